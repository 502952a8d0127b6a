//! # Futures: a ticket for a dish that is not made yet
//!
//! Who orders at the counter gets a ticket at once and sits down. The dish is made meanwhile. Whoever wants to eat shows
//! the ticket: the dish is there, or one waits for it. When a dish has burnt, the guest with that ticket hears about it,
//! and nobody else does. Who throws the ticket away gets nothing, and the dish is made all the same.

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
    ///
    /// # Panics
    ///
    /// When the system has no thread left.
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
        let (done, result) = mpsc::channel();
        self.execute(move || {
            // The decisive line: the panic is caught here and sent like any other result. Left to the worker, it would
            // end the job before anything was sent, and nobody would know what it said.
            let ended = catch_unwind(AssertUnwindSafe(job));
            // Fails when the ticket was thrown away. That is no business of the worker.
            let _ = done.send(ended);
        });
        Ticket { result }
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
    /// A channel for one message. The worker has the other end.
    result: Receiver<thread::Result<T>>,
}

impl<T> Ticket<T> {
    /// Waits for the job and gives its result, or what it has panicked with.
    pub fn result(self) -> thread::Result<T> {
        // `recv` sleeps, and remembers what was sent before anybody asked.
        self.result.recv().expect("every job sends before it ends")
    }
}

// Wrong turns
// - waiting in `submit`: then the ticket is good for nothing (wrong/waits_in_submit.rs is serial).
// - sending only what went well: the panic is lost on the way (wrong/drops_the_panic.rs).
// - a slot that only a good end fills: the guest waits for ever (wrong/empty_slot_after_a_panic.rs deadlocks).
// - one slot for all tickets: who comes first takes what is there (wrong/one_slot_for_all.rs).
// - looking at the slot again and again: the guest does not sit down (wrong/looks_again_and_again.rs).
