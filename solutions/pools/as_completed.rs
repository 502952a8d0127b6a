//! # As completed: what is ready goes out first
//!
//! A banquet: many dishes, a few cooks. The waiter does not care which dish comes first. He stands at the pass, sleeps on
//! his feet until something is ready, and carries it out, whatever it is. A burnt dish comes to the pass too, with a note.
//! When the guests leave early, the waiter goes home: no dish is begun any more, and what is in the pan is finished.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// What a worker is to do.
pub type Job<T> = Box<dyn FnOnce() -> T + Send>;

/// A job's number in the list, and what became of it.
pub type Ended<T> = (usize, thread::Result<T>);

/// The jobs that nobody has begun, the first one first. The lock protects them.
type Waiting<T> = Mutex<VecDeque<(usize, Job<T>)>>;

/// The results, in the order in which they come.
pub struct Completed<T> {
    /// Emptied when nobody wants results any more.
    waiting: Arc<Waiting<T>>,
    /// What the workers send when a job is done.
    results: Receiver<Ended<T>>,
    /// The threads, to be waited for.
    workers: Vec<JoinHandle<()>>,
}

/// Has so many `workers` (at least one) do the jobs. Returns at once.
///
/// # Panics
///
/// When the system has no thread left.
pub fn as_completed<T: Send + 'static>(workers: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    let waiting: Arc<Waiting<T>> = Arc::new(Mutex::new(jobs.into_iter().enumerate().collect()));
    let (done, results) = mpsc::channel();
    let start = |_| {
        // Each worker has a sender of its own, and this function keeps none: so the channel ends with the last worker.
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

fn work<T>(waiting: &Waiting<T>, done: &Sender<Ended<T>>) {
    let next = || waiting.lock().unwrap().pop_front();
    while let Some((number, job)) = next() {
        let ended = catch_unwind(AssertUnwindSafe(job));
        // The decisive line: all the workers send into one channel, so the results line up in the order of finishing.
        // To ask each worker or each job in turn gives the order of asking.
        let _ = done.send((number, ended));
    }
}

impl<T> Iterator for Completed<T> {
    type Item = Ended<T>;

    /// Waits for the next job that is done.
    fn next(&mut self) -> Option<Ended<T>> {
        self.results.recv().ok()
    }
}

impl<T> Drop for Completed<T> {
    /// Takes the waiting jobs away, and waits for the workers.
    fn drop(&mut self) {
        self.waiting.lock().unwrap().clear();
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

// Wrong turns
// - joining one thread after the other: the order of the list (wrong/input_order.rs).
// - collecting everything first: the waiter stands there while dishes get cold (wrong/all_at_the_end.rs).
// - keeping a sender: after the last result everybody waits for one more (wrong/sender_kept.rs deadlocks).
// - a panic that sends nothing: one number never comes (wrong/loses_the_panic.rs).
// - no `Drop`, or one that only waits: all the dishes are made for nobody (wrong/works_for_nobody.rs).
