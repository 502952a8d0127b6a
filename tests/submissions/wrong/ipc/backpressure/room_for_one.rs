//! verdict: wrong_result
//! Room for one plate, whatever room there is.

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = sync_channel(1);
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
