//! verdict: race
//! A channel without a bound: the cook is never slowed.

use std::sync::mpsc::channel;
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            while let Some(plate) = make() {
                if put.send(plate).is_err() {
                    break;
                }
            }
        });
        let _ = room;
        pass.into_iter().map_while(bring).collect()
    })
}
