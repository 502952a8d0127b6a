//! verdict: livelock
//! Does not listen when the channel says that the waiter has gone.

use std::sync::mpsc::sync_channel;
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
                let _ = put.send(plate);
            }
        });
        pass.into_iter().map_while(bring).collect()
    })
}
