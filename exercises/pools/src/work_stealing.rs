//! # Work stealing: an idle cook helps
//!
//! In the morning each cook gets a pile of orders of its own. Nobody asks anybody, and nobody waits at a common rail: one
//! takes from one's own pile. But the piles are not equally long, and a roast takes longer than a salad. So a cook whose
//! pile is empty goes to the others and takes something from the far end of one of theirs. Nobody is idle while an order
//! waits, no order is lost, and none is made twice.
//!
//! **In Python** there is no such thing in the library: executors have one queue, at whose lock all workers meet. The
//! crate `crossbeam` has deques for it. A `Worker` belongs to one thread, which pushes and pops without a lock. Any number
//! of `Stealer`s take from the other end. A steal may lose against another one: then it says `Retry`, and it does not
//! know whether there was anything.
//!
//! **Your task**
//! 1. `run`: as many threads as there are piles. Each does the orders of its own pile, by calling `cook`.
//! 2. A thread whose pile is empty steals from the others. It goes on as long as an order waits in any pile.
//! 3. Each order is cooked exactly once. `run` returns when all are done.
//!
//! Cooking makes no new orders, so who finds all the piles empty may go home. `Retry` is not empty.
//!
//! **Leave alone:** the signature, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Calls `cook` once with each order of all the `piles`, with one thread for each pile.
pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    // TODO 1: a deque for each pile. Who owns it, and who may steal from it?
    // TODO 2: where does a thread look for its next order, and when does it stop?
    let _ = cook;
    let many = piles.len();
    todo!("let {many} threads do the piles of all")
}
