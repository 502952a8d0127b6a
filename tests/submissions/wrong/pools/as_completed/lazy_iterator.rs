//! verdict: serial
//! Does a job when its result is asked for.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

pub type Job<T> = Box<dyn FnOnce() -> T + Send>;
pub type Ended<T> = (usize, thread::Result<T>);

pub struct Completed<T> {
    jobs: std::iter::Enumerate<std::vec::IntoIter<Job<T>>>,
}

pub fn as_completed<T: Send + 'static>(_: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    Completed {
        jobs: jobs.into_iter().enumerate(),
    }
}

impl<T> Iterator for Completed<T> {
    type Item = Ended<T>;

    fn next(&mut self) -> Option<Ended<T>> {
        let (number, job) = self.jobs.next()?;
        Some((number, catch_unwind(AssertUnwindSafe(job))))
    }
}
