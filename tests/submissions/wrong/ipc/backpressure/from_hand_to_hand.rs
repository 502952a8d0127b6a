//! verdict: wrong_result
//! No room at all: from hand to hand.

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = sync_channel(0);
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
