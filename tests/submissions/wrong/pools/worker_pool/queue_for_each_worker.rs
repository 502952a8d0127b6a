//! verdict: serial
//! Deals the jobs out in turn: one job waits for a busy worker while another worker is idle.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    queues: Vec<Sender<Job>>,
    next: AtomicUsize,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let start = |_| {
            let (queue, jobs) = mpsc::channel();
            (queue, thread::spawn(move || work(jobs)))
        };
        let (queues, workers) = (0..workers).map(start).unzip();
        Pool {
            queues,
            next: AtomicUsize::new(0),
            workers,
        }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let next = self.next.fetch_add(1, SeqCst) % self.queues.len();
        self.queues[next].send(Box::new(job)).unwrap();
    }
}

fn work(jobs: Receiver<Job>) {
    for job in jobs {
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queues.clear();
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
