//! One worker is the caller itself, and results are put in their places under one lock.

use std::sync::Mutex;
use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let many = items.len();
    let waiting = Mutex::new(items.into_iter().enumerate());
    let places: Mutex<Vec<Option<R>>> = Mutex::new((0..many).map(|_| None).collect());
    let take = || waiting.lock().unwrap().next();
    let work = || {
        while let Some((number, item)) = take() {
            let result = f(item);
            places.lock().unwrap()[number] = Some(result);
        }
    };
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
    places.into_inner().unwrap().into_iter().flatten().collect()
}
