//! verdict: serial
//! Deals the items out beforehand: what stands behind a slow item waits for it.

use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let size = items.len().div_ceil(workers).max(1);
    let mut items = items.into_iter();
    let f = &f;
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers)
            .map(|_| {
                let part: Vec<T> = items.by_ref().take(size).collect();
                scope.spawn(move || part.into_iter().map(f).collect::<Vec<R>>())
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    })
}
