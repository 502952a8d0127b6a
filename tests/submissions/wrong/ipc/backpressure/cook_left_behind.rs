//! verdict: leak
//! Nobody waits for the cook.

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = sync_channel(room);
    thread::spawn(move || {
        while let Some(plate) = make() {
            if put.send(plate).is_err() {
                break;
            }
        }
    });
    pass.into_iter().map_while(bring).collect()
}
