//! The receiver goes first: a worker that cannot send its result any more takes no further job.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub type Job<T> = Box<dyn FnOnce() -> T + Send>;
pub type Ended<T> = (usize, thread::Result<T>);

pub struct Completed<T> {
    results: Option<Receiver<Ended<T>>>,
    workers: Vec<JoinHandle<()>>,
}

pub fn as_completed<T: Send + 'static>(workers: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    let waiting = Arc::new(Mutex::new(jobs.into_iter().enumerate()));
    let (done, results) = mpsc::channel();
    let start = |_| {
        let (waiting, done) = (Arc::clone(&waiting), done.clone());
        thread::spawn(move || {
            let next = || waiting.lock().unwrap().next();
            work(next, done)
        })
    };
    let workers = (0..workers).map(start).collect();
    Completed {
        results: Some(results),
        workers,
    }
}

fn work<T>(next: impl Fn() -> Option<(usize, Job<T>)>, done: Sender<Ended<T>>) {
    while let Some((number, job)) = next() {
        let ended = catch_unwind(AssertUnwindSafe(job));
        if done.send((number, ended)).is_err() {
            break;
        }
    }
}

impl<T> Iterator for Completed<T> {
    type Item = Ended<T>;

    fn next(&mut self) -> Option<Ended<T>> {
        self.results.as_ref()?.recv().ok()
    }
}

impl<T> Drop for Completed<T> {
    fn drop(&mut self) {
        self.results = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
