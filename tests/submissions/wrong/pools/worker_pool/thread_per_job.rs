//! verdict: wrong_result
//! A new thread for every job.

use std::sync::Mutex;
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    workers: Mutex<Vec<JoinHandle<()>>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        Pool {
            workers: Mutex::new(Vec::with_capacity(workers)),
        }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        self.workers.lock().unwrap().push(thread::spawn(job));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for worker in self.workers.get_mut().unwrap().drain(..) {
            let _ = worker.join();
        }
    }
}
