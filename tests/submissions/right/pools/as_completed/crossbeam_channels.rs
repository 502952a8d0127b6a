//! Two channels: the jobs go out through one that everybody may empty, the results come back through the other.

use crossbeam::channel::{self, Receiver};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::{self, JoinHandle};

pub type Job<T> = Box<dyn FnOnce() -> T + Send>;
pub type Ended<T> = (usize, thread::Result<T>);

pub struct Completed<T> {
    waiting: Receiver<(usize, Job<T>)>,
    results: Receiver<Ended<T>>,
    workers: Vec<JoinHandle<()>>,
}

pub fn as_completed<T: Send + 'static>(workers: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    let (to_do, waiting) = channel::unbounded();
    jobs.into_iter()
        .enumerate()
        .for_each(|job| to_do.send(job).unwrap());
    let (done, results) = channel::unbounded();
    let start = |_| {
        let (waiting, done) = (waiting.clone(), done.clone());
        thread::spawn(move || {
            while let Ok((number, job)) = waiting.try_recv() {
                let _ = done.send((number, catch_unwind(AssertUnwindSafe(job))));
            }
        })
    };
    let workers = (0..workers).map(start).collect();
    Completed {
        waiting,
        results,
        workers,
    }
}

impl<T> Iterator for Completed<T> {
    type Item = Ended<T>;

    fn next(&mut self) -> Option<Ended<T>> {
        self.results.recv().ok()
    }
}

impl<T> Drop for Completed<T> {
    fn drop(&mut self) {
        while self.waiting.try_recv().is_ok() {}
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
