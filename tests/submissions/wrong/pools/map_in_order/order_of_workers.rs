//! verdict: race
//! Puts the workers' lists one after the other, although nobody knows which items each of them got.

use std::sync::Mutex;
use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let waiting = Mutex::new(items.into_iter());
    let next = || waiting.lock().unwrap().next();
    let work = || {
        let mut done = Vec::new();
        while let Some(item) = next() {
            done.push(f(item));
        }
        done
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    })
}
