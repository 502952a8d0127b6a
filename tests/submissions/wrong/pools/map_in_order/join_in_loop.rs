//! verdict: serial
//! Waits for each worker before the next one starts.

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
    let mut done = Vec::new();
    thread::scope(|scope| {
        for _ in 0..workers {
            let work = || std::iter::from_fn(next).map(&f).collect::<Vec<R>>();
            done.extend(scope.spawn(work).join().unwrap());
        }
    });
    done
}
