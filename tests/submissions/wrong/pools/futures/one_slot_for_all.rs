//! verdict: race
//! One channel for the results of all jobs: who asks first gets what comes first.

use std::any::Any;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

pub struct Crew {
    queue: Option<Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
    done: Arc<Mutex<Sender<Box<dyn Any + Send>>>>,
    result: Arc<Mutex<Receiver<Box<dyn Any + Send>>>>,
}

impl Crew {
    pub fn new(workers: usize) -> Crew {
        let (queue, jobs) = mpsc::channel();
        let jobs = Arc::new(Mutex::new(jobs));
        let start = |_| {
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || work(&jobs))
        };
        let (done, result) = mpsc::channel();
        Crew {
            done: Arc::new(Mutex::new(done)),
            result: Arc::new(Mutex::new(result)),
            queue: Some(queue),
            workers: (0..workers).map(start).collect(),
        }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let queue = self.queue.as_ref().expect("open until the drop");
        queue.send(Box::new(job)).expect("the workers listen");
    }

    pub fn submit<T, F>(&self, job: F) -> Ticket<T>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        let (done, result) = (self.done.clone(), Arc::clone(&self.result));
        self.execute(move || {
            let ended = catch_unwind(AssertUnwindSafe(job));
            let _ = done.lock().unwrap().send(Box::new(ended));
        });
        Ticket {
            result,
            of: PhantomData,
        }
    }
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap().recv();
        let Ok(job) = job else { break };
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        self.queue = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

pub struct Ticket<T> {
    result: Arc<Mutex<Receiver<Box<dyn Any + Send>>>>,
    of: PhantomData<T>,
}

impl<T: 'static> Ticket<T> {
    pub fn result(self) -> thread::Result<T> {
        let result = self.result.lock().unwrap().recv().unwrap();
        *result.downcast().unwrap()
    }
}
