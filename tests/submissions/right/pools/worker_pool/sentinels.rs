//! One sentinel for each worker at the end of the queue, as in Python.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    queue: Sender<Option<Job>>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let (queue, jobs) = mpsc::channel();
        let jobs = Arc::new(Mutex::new(jobs));
        let start = |_| {
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || work(&jobs))
        };
        Pool {
            queue: queue,
            workers: (0..workers).map(start).collect(),
        }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        self.queue.send(Some(Box::new(job))).unwrap();
    }
}

fn work(jobs: &Mutex<Receiver<Option<Job>>>) {
    let next = || jobs.lock().unwrap().recv().unwrap();
    while let Some(job) = next() {
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for _ in &self.workers {
            let _ = self.queue.send(None);
        }
        while let Some(worker) = self.workers.pop() {
            worker.join().unwrap();
        }
    }
}
