//! # Worker pool: a crew that stays all evening
//!
//! To hire a cook for every single order takes longer than to cook. So the kitchen hires a crew in the morning. The orders
//! hang on one rail, and whoever is free takes the oldest. A cook who burns a dish shrugs and takes the next order. When
//! the kitchen closes, the crew still makes every order on the rail, and then all go home.
//!
//! **In Python** this is the inside of `ThreadPoolExecutor`: threads that take callables from one `queue.Queue` until
//! they are told to stop. In Rust a callable that goes to another thread is a `Box<dyn FnOnce() + Send>`. The end of a
//! `with` block becomes a `Drop`: whoever lets go of the pool waits for it.
//!
//! **Your task**
//! 1. `new`: starts `workers` threads, no more and no fewer. A worker with nothing to do sleeps.
//! 2. `execute`: puts a job in the queue and returns at once. The workers take the oldest job first, and do as many jobs
//!    at the same time as there are workers.
//! 3. A job may panic. Its worker goes on with the next job.
//! 4. Who drops the pool waits until all jobs are done and all workers have ended. A panic of a job is no panic here.
//!
//! **Leave alone:** the public signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

/// What a worker is to do.
pub type Job = Box<dyn FnOnce() + Send>;

/// Workers who stay, and take jobs from one queue.
pub struct Pool {
    /// Where jobs go. When it is gone, no more jobs will come.
    queue: Option<Sender<Job>>,
    /// The threads, to be waited for.
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    /// A pool of so many workers, at least one.
    pub fn new(workers: usize) -> Pool {
        // TODO 1: one queue, and threads that all take from it.
        // TODO 3: what happens to a worker whose job panics?
        todo!("start {workers} workers")
    }

    /// Has a worker do the job. Returns at once.
    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        // TODO 2: put the job in the queue.
        let _: Job = Box::new(job);
        let _ = (&self.queue, &self.workers);
        todo!("put the job in the queue")
    }
}

// TODO 4: what happens to a `Pool` that is dropped?
