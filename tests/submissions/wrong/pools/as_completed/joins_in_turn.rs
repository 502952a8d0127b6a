//! verdict: wrong_result
//! A thread for each job, and each is asked in turn.

use std::thread::{self, JoinHandle};

pub type Job<T> = Box<dyn FnOnce() -> T + Send>;
pub type Ended<T> = (usize, thread::Result<T>);

pub struct Completed<T> {
    threads: std::iter::Enumerate<std::vec::IntoIter<JoinHandle<T>>>,
}

pub fn as_completed<T: Send + 'static>(_: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    Completed {
        threads: threads.into_iter().enumerate(),
    }
}

impl<T> Iterator for Completed<T> {
    type Item = Ended<T>;

    fn next(&mut self) -> Option<Ended<T>> {
        let (number, thread) = self.threads.next()?;
        Some((number, thread.join()))
    }
}

impl<T> Drop for Completed<T> {
    fn drop(&mut self) {
        self.threads
            .by_ref()
            .for_each(|(_, thread)| drop(thread.join()));
    }
}
