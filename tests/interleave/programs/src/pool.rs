//! A thread pool in its plainest form: workers share the receiver of a channel of jobs.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join_all;

type Job = Box<dyn FnOnce() + Send>;

/// `workers` threads run `jobs` jobs; job `i` adds `i` to a sum.
///
/// Outcomes: `jobs × (jobs − 1) / 2`, nothing else.
pub fn pool(workers: usize, jobs: u64) -> u64 {
    let (queue, waiting) = mpsc::channel::<Job>();
    let waiting = Arc::new(Mutex::new(waiting));
    let sum = Arc::new(AtomicU64::new(0));
    let handles = (0..workers)
        .map(|_| {
            let waiting = Arc::clone(&waiting);
            thread::spawn(move || work(&waiting))
        })
        .collect();
    for i in 0..jobs {
        let sum = Arc::clone(&sum);
        let job: Job = Box::new(move || {
            sum.fetch_add(i, SeqCst);
        });
        queue.send(job).unwrap();
    }
    drop(queue);
    join_all(handles);
    sum.load(SeqCst)
}

fn work(waiting: &Mutex<Receiver<Job>>) {
    loop {
        // a statement of its own: the lock is released before the job runs
        let job = waiting.lock().unwrap().recv();
        match job {
            Ok(job) => job(),
            Err(_) => break,
        }
    }
}
