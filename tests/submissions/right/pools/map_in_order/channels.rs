//! Items go out through one channel and results come back through another, each with its number.

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let many = items.len();
    let (send, receive) = mpsc::channel();
    for numbered in items.into_iter().enumerate() {
        send.send(numbered).unwrap();
    }
    drop(send);
    let waiting = Mutex::new(receive);
    let (done, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (done, waiting, f) = (done.clone(), &waiting, &f);
            scope.spawn(move || {
                loop {
                    let next = waiting.lock().unwrap().recv();
                    let Ok((number, item)) = next else { break };
                    done.send((number, f(item))).unwrap();
                }
            });
        }
    });
    drop(done);
    let mut places: Vec<Option<R>> = (0..many).map(|_| None).collect();
    for (number, result) in results {
        places[number] = Some(result);
    }
    places.into_iter().map(|place| place.unwrap()).collect()
}
