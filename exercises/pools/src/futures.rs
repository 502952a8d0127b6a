//! # Futures: a ticket for a dish that is not made yet
//!
//! Who orders at the counter gets a ticket at once and sits down. The dish is made meanwhile. Whoever wants to eat shows
//! the ticket: the dish is there, or one waits for it. When a dish has burnt, the guest with that ticket hears about it,
//! and nobody else does. Who throws the ticket away gets nothing, and the dish is made all the same.
//!
//! **In Python** this is `executor.submit`, which returns a `Future`; `future.result()` waits, and raises what the
//! callable has raised. In Rust a panic travels as a value: `result` gives a `Result`, as `join` of a thread does.
//! (`std::future::Future` is another thing: that one does nothing until somebody polls it.)
//!
//! **Your task**
//! 1. `submit`: lets the crew do the job, and returns the ticket at once.
//! 2. `result`: waits, asleep, until the job is done, then gives what the job returned.
//! 3. If the job has panicked, `result` gives what it panicked with, whatever that is.
//! 4. Each ticket has its own result. Tickets may be shown in any order, from any thread, or never.
//!
//! **Leave alone:** the public signatures, `Crew::new`, `execute` and `work`, and the folder `tests/`. The fields of
//! `Ticket` are yours.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

/// Workers who take jobs from one queue. This part is made.
pub struct Crew {
    /// Where jobs go. `None` when no more jobs will come.
    queue: Option<Sender<Job>>,
    /// The threads, to be waited for.
    workers: Vec<JoinHandle<()>>,
}

impl Crew {
    /// A crew of so many workers, at least one.
    pub fn new(workers: usize) -> Crew {
        let (queue, jobs) = mpsc::channel();
        let jobs = Arc::new(Mutex::new(jobs));
        let start = |_| {
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || work(&jobs))
        };
        Crew {
            queue: Some(queue),
            workers: (0..workers).map(start).collect(),
        }
    }

    /// Has a worker do the job. What comes of it, nobody hears.
    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let queue = self.queue.as_ref().expect("open until the drop");
        queue.send(Box::new(job)).expect("the workers listen");
    }

    /// Has a worker do the job. Returns a ticket for what comes of it.
    pub fn submit<T, F>(&self, job: F) -> Ticket<T>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        // TODO 1: what do the worker and the ticket share?
        // TODO 3: what if the job panics?
        let _ = job;
        todo!("give the job to the crew, and a ticket to the caller")
    }
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap().recv();
        let Ok(job) = job else { break };
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        self.queue = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

/// A ticket for the result of one job.
pub struct Ticket<T> {
    /// Where the result will be.
    result: Option<T>,
}

impl<T> Ticket<T> {
    /// Waits for the job and gives its result, or what it has panicked with.
    pub fn result(self) -> thread::Result<T> {
        // TODO 2: sleep until the result is there.
        let _ = self.result;
        todo!("wait for the result")
    }
}
