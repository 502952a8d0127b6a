//! verdict: serial
//! One thread for each item of a batch, and the next batch begins when the slowest of this one is done.

use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let f = &f;
    let mut items = items.into_iter();
    let mut done = Vec::new();
    loop {
        let batch: Vec<T> = items.by_ref().take(workers).collect();
        if batch.is_empty() {
            return done;
        }
        thread::scope(|scope| {
            let threads: Vec<_> = batch
                .into_iter()
                .map(|item| scope.spawn(move || f(item)))
                .collect();
            done.extend(threads.into_iter().map(|thread| thread.join().unwrap()));
        });
    }
}
