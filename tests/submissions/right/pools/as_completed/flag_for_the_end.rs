//! A word that nobody listens any more, and the next number; each job has a lock of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub type Job<T> = Box<dyn FnOnce() -> T + Send>;
pub type Ended<T> = (usize, thread::Result<T>);

pub struct Completed<T> {
    left: Arc<AtomicBool>,
    results: Receiver<Ended<T>>,
    workers: Vec<JoinHandle<()>>,
}

pub fn as_completed<T: Send + 'static>(workers: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    let jobs: Arc<Vec<_>> = Arc::new(jobs.into_iter().map(|job| Mutex::new(Some(job))).collect());
    let (next, left) = (
        Arc::new(AtomicUsize::new(0)),
        Arc::new(AtomicBool::new(false)),
    );
    let (done, results) = mpsc::channel();
    let workers = (0..workers)
        .map(|_| {
            let (jobs, next, left, done) = (jobs.clone(), next.clone(), left.clone(), done.clone());
            thread::spawn(move || {
                while !left.load(SeqCst) {
                    let number = next.fetch_add(1, SeqCst);
                    let Some(job) = jobs.get(number) else { break };
                    let job = job.lock().unwrap().take().unwrap();
                    let _ = done.send((number, catch_unwind(AssertUnwindSafe(job))));
                }
            })
        })
        .collect();
    Completed {
        left,
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
        self.left.store(true, SeqCst);
        while let Some(worker) = self.workers.pop() {
            worker.join().unwrap();
        }
    }
}
