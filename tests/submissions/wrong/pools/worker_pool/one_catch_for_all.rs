//! verdict: race
//! Catches the panic outside of the loop, and so ends it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    queue: Option<Sender<Job>>,
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
            queue: Some(queue),
            workers: (0..workers).map(start).collect(),
        }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        self.queue.as_ref().unwrap().send(Box::new(job)).unwrap();
    }
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    let _ = catch_unwind(AssertUnwindSafe(|| {
        loop {
            let job = jobs.lock().unwrap().recv();
            match job {
                Ok(job) => job(),
                Err(_) => break,
            }
        }
    }));
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
