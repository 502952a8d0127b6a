//! verdict: race
//! Takes every wake-up for the result.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

pub struct Crew {
    queue: Option<Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

impl Crew {
    pub fn new(workers: usize) -> Crew {
        let (queue, jobs) = mpsc::channel();
        let jobs = Arc::new(Mutex::new(jobs));
        let start = |_| {
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || work(&jobs))
        };
        Crew {
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
        let slot = Arc::new(Slot {
            result: Mutex::new(None),
            filled: Condvar::new(),
        });
        let own = Arc::clone(&slot);
        self.execute(move || {
            let result = catch_unwind(AssertUnwindSafe(job));
            *own.result.lock().unwrap() = Some(result);
            own.filled.notify_one();
        });
        Ticket { slot }
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
    slot: Arc<Slot<T>>,
}

struct Slot<T> {
    result: Mutex<Option<thread::Result<T>>>,
    filled: Condvar,
}

impl<T> Ticket<T> {
    pub fn result(self) -> thread::Result<T> {
        let mut result = self.slot.result.lock().unwrap();
        if result.is_none() {
            result = self.slot.filled.wait(result).unwrap();
        }
        result.take().unwrap()
    }
}
