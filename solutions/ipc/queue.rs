//! # Queue: the evening's order slips
//!
//! Waiters write down what their guests want and hang the slips on one rail. Cooks take slips off the rail, each the next
//! one, and cook. Nobody knows beforehand how many slips there will be. When the last guest has gone home, the waiters
//! stop writing; when the last slip is cooked, the cooks must hear that no more will come, every one of them.

use crossbeam::channel::unbounded;
use std::thread;

/// Runs one evening with so many waiters and cooks. `listen` gets a waiter's number, from 0, and gives that waiter's next
/// order, or `None` when there will be no more. `cook` makes a plate of an order. Returns all plates, in any order.
///
/// # Panics
///
/// When `cook` has panicked.
pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let (listen, cook) = (&listen, &cook);
    let (hang, rail) = unbounded();
    thread::scope(|scope| {
        for waiter in 0..waiters {
            let hang = hang.clone();
            scope.spawn(move || {
                while let Some(order) = listen(waiter) {
                    hang.send(order).expect("the cooks stay to the end");
                }
            });
        }
        // The decisive line: the senders that are left now belong to the waiters, and go home with them.
        drop(hang);
        let cooks: Vec<_> = (0..cooks)
            .map(|_| {
                // A clone of crossbeam's receiver takes from the same rail. `mpsc` has no clone: its receiver would stand
                // in a lock, which must not be held while cooking.
                let rail = rail.clone();
                scope.spawn(move || rail.iter().map(cook).collect::<Vec<u32>>())
            })
            .collect();
        cooks
            .into_iter()
            .flat_map(|thread| thread.join().expect("no cook panics"))
            .collect()
    })
}

// Wrong turns
// - one last slip for all cooks: the first takes it, the others wait for ever (wrong/one_sentinel.rs).
// - a last slip from each waiter: a cook goes home while another waiter writes (wrong/sentinel_of_each_waiter.rs).
// - keeping a sender: the rail never ends (wrong/sender_kept.rs).
// - `while let` over a locked receiver: the lock is held while cooking (wrong/cooks_under_the_lock.rs).
// - going home when the rail is empty: it is empty before the first order too (wrong/empty_is_the_end.rs).
