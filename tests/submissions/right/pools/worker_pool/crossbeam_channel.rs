//! A channel whose receiver can be cloned: no lock is needed.

use crossbeam::channel::{self, Sender};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    queue: Option<Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let (queue, jobs) = channel::unbounded::<Job>();
        let mut threads = Vec::new();
        for _ in 0..workers {
            let jobs = jobs.clone();
            threads.push(thread::spawn(move || {
                for job in jobs {
                    let _ = catch_unwind(AssertUnwindSafe(job));
                }
            }));
        }
        Pool {
            queue: Some(queue),
            workers: threads,
        }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        if let Some(queue) = &self.queue {
            queue.send(Box::new(job)).unwrap();
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
