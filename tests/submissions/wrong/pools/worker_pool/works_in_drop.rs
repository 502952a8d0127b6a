//! verdict: serial
//! Nothing happens before the pool is dropped.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    workers: usize,
    jobs: Mutex<VecDeque<Job>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        Pool {
            workers,
            jobs: Mutex::default(),
        }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        self.jobs.lock().unwrap().push_back(Box::new(job));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        thread::scope(|scope| {
            for _ in 0..self.workers {
                scope.spawn(|| {
                    let next = || self.jobs.lock().unwrap().pop_front();
                    while let Some(job) = next() {
                        let _ = catch_unwind(AssertUnwindSafe(job));
                    }
                });
            }
        });
    }
}
