//! verdict: livelock
//! A cook without room tries again and again.

use std::sync::mpsc::{TrySendError, sync_channel};
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = sync_channel(room);
    thread::scope(|scope| {
        scope.spawn(move || {
            while let Some(plate) = make() {
                let mut plate = plate;
                loop {
                    match put.try_send(plate) {
                        Ok(()) => break,
                        Err(TrySendError::Full(back)) => plate = back,
                        Err(TrySendError::Disconnected(_)) => return,
                    }
                    thread::yield_now();
                }
            }
        });
        pass.into_iter().map_while(bring).collect()
    })
}
