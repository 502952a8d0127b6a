//! # Queue: the evening's order slips
//!
//! Waiters write down what their guests want and hang the slips on one rail. Cooks take slips off the rail, each the next
//! one, and cook. Nobody knows beforehand how many slips there will be. When the last guest has gone home, the waiters
//! stop writing; when the last slip is cooked, the cooks must hear that no more will come, every one of them.
//!
//! **In Python** this is `queue.Queue` with `None` as the last item: one `None` for each consumer, put by somebody who
//! knows that all producers are done. One `None` too few, and a thread waits for ever. A channel in Rust has an end of its
//! own: when the last sender is gone and the last message is taken, receiving fails. The end cannot be miscounted.
//!
//! **Your task**
//! 1. `evening`: a thread for each waiter. Waiter `w` calls `listen(w)` again and again, and hangs each order on the rail.
//!    `None` means that the guests of this waiter have gone home.
//! 2. A thread for each cook. It takes orders and calls `cook` for each. Every order is cooked once, by one cook.
//! 3. All of them work at the same time: cooks beside each other, and beside the waiters. Who has nothing to do sleeps.
//! 4. When everything is cooked, all threads end, and `evening` returns what was cooked, in any order.
//!
//! **Leave alone:** the signature, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Runs one evening with so many waiters and cooks. `listen` gets a waiter's number, from 0, and gives that waiter's next
/// order, or `None` when there will be no more. `cook` makes a plate of an order. Returns all plates, in any order.
pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    // TODO 1: the waiters hang orders on the rail. Which thread is the last to hold the rail's open end?
    // TODO 2: the cooks take them. How do several cooks take from one rail?
    // TODO 4: wait for all, and put the plates together.
    let _ = (listen, cook);
    todo!("let {waiters} waiters and {cooks} cooks work")
}
