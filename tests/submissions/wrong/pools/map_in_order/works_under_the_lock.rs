//! verdict: serial
//! Calls `f` in the head of the loop, where the lock is still held.

use std::sync::Mutex;
use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let waiting = Mutex::new(
        items
            .into_iter()
            .enumerate()
            .map(|(number, item)| (number, item)),
    );
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((number, item)) = waiting.lock().unwrap().next() {
                    let mut done = done.lock().unwrap();
                    done.push((number, f(item)));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}
