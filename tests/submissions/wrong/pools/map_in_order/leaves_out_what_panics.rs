//! verdict: wrong_result
//! Catches the panic and leaves the item out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let waiting = Mutex::new(items.into_iter().enumerate());
    let next = || waiting.lock().unwrap().next();
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((number, item)) = next() {
                    if let Ok(result) = catch_unwind(AssertUnwindSafe(|| f(item))) {
                        done.lock().unwrap().push((number, result));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}
