//! # As completed: what is ready goes out first
//!
//! A banquet: many dishes, a few cooks. The waiter does not care which dish comes first. He stands at the pass, sleeps on
//! his feet until something is ready, and carries it out, whatever it is. A burnt dish comes to the pass too, with a note.
//! When the guests leave early, the waiter goes home: no dish is begun any more, and what is in the pan is finished.
//!
//! **In Python** this is `for future in as_completed(futures)`. Leaving that loop ends nothing: all the other futures
//! still run, until the `with` block of the executor has waited for every one of them. In Rust the results are an
//! `Iterator`, and it has an end of life: who drops it needs no more results.
//!
//! **Your task**
//! 1. `as_completed`: so many `workers` do the jobs, the first of the list first. It returns at once, the workers begin at
//!    once, and they go on whether or not anybody asks for a result.
//! 2. `next`: sleeps until any job is done, and gives the job's number in the list, from zero, with its result. `None`
//!    when all have been given.
//! 3. A job that panics gives its panic as its result. Its worker goes on with the next job.
//! 4. Who drops the iterator early: no more jobs are begun, and drop waits until all workers have ended.
//!
//! **Leave alone:** the public signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::mpsc::Receiver;
use std::thread;

/// What a worker is to do.
pub type Job<T> = Box<dyn FnOnce() -> T + Send>;

/// A job's number in the list, and what became of it.
pub type Ended<T> = (usize, thread::Result<T>);

/// The results, in the order in which they come.
pub struct Completed<T> {
    /// What the workers send when a job is done.
    results: Receiver<Ended<T>>,
}

/// Has so many `workers` (at least one) do the jobs. Returns at once.
pub fn as_completed<T: Send + 'static>(workers: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    // TODO 1: the workers take the jobs from one list.
    // TODO 3: what is sent when a job panics?
    let many = jobs.len();
    todo!("let {workers} workers do {many} jobs")
}

impl<T> Iterator for Completed<T> {
    type Item = Ended<T>;

    /// Waits for the next job that is done.
    fn next(&mut self) -> Option<Ended<T>> {
        // TODO 2: how do you know that nothing will come any more?
        let _ = &self.results;
        todo!("wait for the next result")
    }
}

// TODO 4: what happens to a `Completed` that is dropped?
