//! # Worker pool: a crew that stays all evening
//!
//! To hire a cook for every single order takes longer than to cook. So the kitchen hires a crew in the morning. The orders
//! hang on one rail, and whoever is free takes the oldest. A cook who burns a dish shrugs and takes the next order. When
//! the kitchen closes, the crew still makes every order on the rail, and then all go home.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// What a worker is to do.
pub type Job = Box<dyn FnOnce() + Send>;

/// Workers who stay, and take jobs from one queue.
pub struct Pool {
    /// Where jobs go. `None` when no more jobs will come.
    queue: Option<Sender<Job>>,
    /// The threads, to be waited for.
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    /// A pool of so many workers, at least one.
    ///
    /// # Panics
    ///
    /// When the system has no thread left.
    pub fn new(workers: usize) -> Pool {
        let (queue, jobs) = mpsc::channel();
        // A receiver has one owner at a time, so the workers share it behind a lock.
        let jobs = Arc::new(Mutex::new(jobs));
        let start = |_| {
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || work(&jobs))
        };
        Pool {
            queue: Some(queue),
            workers: (0..workers).map(start).collect(),
        }
    }

    /// Has a worker do the job. Returns at once.
    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let queue = self.queue.as_ref().expect("only drop closes the queue");
        let sent = queue.send(Box::new(job));
        sent.expect("the workers listen as long as the queue is open");
    }
}

/// What a worker does: one job after the other, until the queue is closed and empty.
fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        // The decisive line: a statement of its own, so the lock is released before the job runs. In
        // `while let Ok(job) = jobs.lock().unwrap().recv()` the guard would live as long as the body.
        let job = jobs.lock().unwrap().recv();
        let Ok(job) = job else { break };
        // Nothing that the job has left half done can be seen by this thread again: it only asks for the next job.
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Pool {
    /// Lets the workers finish, and waits for them.
    fn drop(&mut self) {
        // Closed before anybody is waited for. A worker sees the end only when the queue is empty, so no job is lost.
        self.queue = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

// Wrong turns
// - a thread for each job: as many cooks as orders (wrong/thread_per_job.rs).
// - the lock in the head of `while let`: one job at a time (wrong/lock_held_while_running.rs is serial).
// - a flag that is looked at before the queue: what still waits is lost (wrong/stops_with_a_full_queue.rs).
// - waiting before closing: the workers wait for you, you wait for the workers (wrong/joins_before_closing.rs).
// - nobody catches the panic: one cook less, and in the end nobody is left (wrong/a_panic_ends_the_worker.rs).
