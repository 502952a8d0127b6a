//! # Back-pressure: a slow waiter slows the cook
//!
//! A fast cook and a slow waiter share the pass. If the cook just cooks on, plates pile up on the pass, on the floor, in
//! the corridor, and the soup gets cold. So the pass has room for a few plates only, and a cook who finds no room waits
//! with the plate in hand. And when the waiter goes home, the cook must not go on cooking for nobody.

use std::sync::mpsc::sync_channel;
use std::thread;

/// Lets a cook make plates and a waiter bring them, with room for `room` plates in between. Returns what `bring` gave for
/// each plate, in order, up to its first `None`.
pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    // The decisive line: `channel()` would take any number of plates, and nothing would ever slow the cook.
    let (put, pass) = sync_channel(room);
    thread::scope(|scope| {
        scope.spawn(move || {
            while let Some(plate) = make() {
                // Sending fails when the receiver is gone: nobody will bring this plate, nor any later one.
                if put.send(plate).is_err() {
                    break;
                }
            }
        });
        // The receiver moves into the iterator and goes away with it, at the first `None`. If it were only borrowed here,
        // it would live until the scope has waited for a cook who waits for room.
        pass.into_iter().map_while(bring).collect()
    })
}

// Wrong turns
// - a channel without a bound: the cook is never slowed (wrong/no_bound.rs).
// - `try_send`: what finds no room is thrown away (wrong/throws_away.rs), or tried again and again (wrong/tries_on.rs).
// - one place too many, or too few: what is in the hands does not lie on the pass (wrong/one_too_many.rs).
// - the receiver outlives the waiter: the cook waits for room for ever (wrong/pass_stays_open.rs).
// - the error of `send` ignored: the cook cooks for nobody (wrong/cooks_for_nobody.rs).
