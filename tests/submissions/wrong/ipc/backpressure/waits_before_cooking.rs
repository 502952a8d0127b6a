//! verdict: serial
//! Takes a place on the pass before the plate is made, and gives it back when the plate is brought.

use std::sync::mpsc::{channel, sync_channel};
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    mut bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = channel();
    let (take, places) = sync_channel(room);
    thread::scope(|scope| {
        scope.spawn(move || {
            while take.send(()).is_ok() {
                let Some(plate) = make() else { return };
                if put.send(plate).is_err() {
                    return;
                }
            }
        });
        let mut brought = Vec::new();
        for plate in pass {
            let Some(result) = bring(plate) else { break };
            brought.push(result);
            let _ = places.recv();
        }
        drop(places);
        brought
    })
}
