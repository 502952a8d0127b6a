//! Free places travel the other way: the cook takes one before putting a plate down, the waiter gives it back.

use std::sync::mpsc::channel;
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    mut bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = channel();
    let (free, places) = channel();
    for _ in 0..room {
        free.send(()).unwrap();
    }
    let cook = thread::spawn(move || {
        while let Some(plate) = make() {
            if places.recv().is_err() || put.send(plate).is_err() {
                return;
            }
        }
    });
    let mut brought = Vec::new();
    while let Ok(plate) = pass.recv() {
        let _ = free.send(());
        let Some(result) = bring(plate) else { break };
        brought.push(result);
    }
    drop((pass, free));
    cook.join().unwrap();
    brought
}
