//! A thread without a scope, a loop over the receiver, and a join at the end.

use std::sync::mpsc;
use std::thread;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    mut bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = mpsc::sync_channel(room);
    let cook = thread::spawn(move || {
        loop {
            let Some(plate) = make() else { return };
            let Ok(()) = put.send(plate) else { return };
        }
    });
    let mut brought = Vec::new();
    for plate in &pass {
        match bring(plate) {
            Some(result) => brought.push(result),
            None => break,
        }
    }
    drop(pass);
    cook.join().unwrap();
    brought
}
