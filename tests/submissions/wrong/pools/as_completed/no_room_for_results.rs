//! verdict: serial
//! A worker holds its result until somebody takes it, and begins nothing meanwhile.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub type Job<T> = Box<dyn FnOnce() -> T + Send>;

pub type Ended<T> = (usize, thread::Result<T>);

type Waiting<T> = Mutex<VecDeque<(usize, Job<T>)>>;

pub struct Completed<T> {
    waiting: Arc<Waiting<T>>,
    results: Receiver<Ended<T>>,
    workers: Vec<JoinHandle<()>>,
}

pub fn as_completed<T: Send + 'static>(workers: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    let waiting: Arc<Waiting<T>> = Arc::new(Mutex::new(jobs.into_iter().enumerate().collect()));
    let (done, results) = mpsc::sync_channel(0);
    let start = |_| {
        let (waiting, done) = (Arc::clone(&waiting), done.clone());
        thread::spawn(move || work(&waiting, &done))
    };
    let workers = (0..workers).map(start).collect();
    Completed {
        waiting,
        results,
        workers,
    }
}

fn work<T>(waiting: &Waiting<T>, done: &mpsc::SyncSender<Ended<T>>) {
    let next = || waiting.lock().unwrap().pop_front();
    while let Some((number, job)) = next() {
        let ended = catch_unwind(AssertUnwindSafe(job));
        let _ = done.send((number, ended));
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
        self.waiting.lock().unwrap().clear();
        drop(std::mem::replace(
            &mut self.results,
            mpsc::sync_channel(0).1,
        ));
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
