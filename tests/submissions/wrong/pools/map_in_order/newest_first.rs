//! verdict: wrong_result
//! Takes the last item first, and turns nothing round again.

use std::sync::Mutex;
use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let waiting = Mutex::new(items);
    let next = || {
        let mut items = waiting.lock().unwrap();
        items.pop().map(|item| (items.len(), item))
    };
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((number, item)) = next() {
                    let result = f(item);
                    done.lock().unwrap().push((number, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    done.into_iter().map(|(_, result)| result).collect()
}
