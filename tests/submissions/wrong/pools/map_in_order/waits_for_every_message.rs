//! verdict: deadlock
//! Waits for as many messages as items, and keeps a sender: after a panic one message never comes.

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let many = items.len();
    let waiting = Mutex::new(items.into_iter().enumerate());
    let next = || waiting.lock().unwrap().next();
    let (done, results) = mpsc::channel();
    let mut places: Vec<Option<R>> = (0..many).map(|_| None).collect();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (done, next, f) = (done.clone(), &next, &f);
            scope.spawn(move || {
                while let Some((number, item)) = next() {
                    done.send((number, f(item))).unwrap();
                }
            });
        }
        for _ in 0..many {
            let (number, result) = results.recv().unwrap();
            places[number] = Some(result);
        }
    });
    places.into_iter().flatten().collect()
}
