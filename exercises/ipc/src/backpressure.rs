//! # Back-pressure: a slow waiter slows the cook
//!
//! A fast cook and a slow waiter share the pass. If the cook just cooks on, plates pile up on the pass, on the floor, in
//! the corridor, and the soup gets cold. So the pass has room for a few plates only, and a cook who finds no room waits
//! with the plate in hand. And when the waiter goes home, the cook must not go on cooking for nobody.
//!
//! **In Python** this is `queue.Queue(maxsize=n)`: `put` blocks while the queue is full. It knows nothing of a consumer
//! that has gone: `put` then blocks for ever. In Rust a channel with a bound blocks too, and it tells its sender when the
//! receiver is gone.
//!
//! **Your task**
//! 1. `serve`: a cook who calls `make` again and again until it gives `None`, and a waiter who calls `bring` with each
//!    plate, in the order in which they were made. They work at the same time. The result of `serve` is what `bring` gave.
//! 2. On the pass there is room for `room` plates, at least one. Beside those the cook has one in hand and the waiter has
//!    one in hand: while the waiter is away with a plate, the cook makes `room + 1` more, and then sleeps.
//! 3. When `bring` gives `None`, the waiter goes home. The cook then makes no more plates than there is room for, and ends
//!    too; what was not brought is thrown away.
//! 4. When `serve` returns, no thread is left.
//!
//! **Leave alone:** the signature, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Lets a cook make plates and a waiter bring them, with room for `room` plates in between. Returns what `bring` gave for
/// each plate, in order, up to its first `None`.
pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    // TODO 1: two loops that run at the same time. What is between them?
    // TODO 2: who must be made to wait, and by what?
    // TODO 3: how does the cook learn that the waiter has gone home?
    let _ = (make, bring);
    todo!("serve over a pass with room for {room} plates")
}
