//! # Scoped sum: many hands at one till
//!
//! In the evening the till holds a long list of amounts. Several waiters add it up together: each takes one part of the
//! list, all of them at the same time, and in the end the sums of the parts are added. The list stays where it is.
//! Nobody writes it out for the others.

use std::thread;

/// The sum of `numbers`, found by at most `threads` threads, at least one. Each calls `add` to get the sum of its part.
///
/// `add` is a borrowed closure. It is `Sync`: several threads may call it at the same time.
///
/// # Panics
///
/// When `add` panics, or `threads` is 0.
pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    // Rounded up, so that the last part is the short one; rounded down, a remainder would be left over. And at least 1,
    // since `chunks` cannot make parts of nothing.
    let size = numbers.len().div_ceil(threads).max(1);
    // The decisive line: the scope does not end before its threads have, so they may hold views of `numbers`.
    thread::scope(|scope| {
        let waiters: Vec<_> = numbers
            .chunks(size)
            .map(|part| scope.spawn(move || add(part)))
            .collect();
        // Each sum comes back through its own `join`: nothing is shared, so nothing needs a lock.
        waiters
            .into_iter()
            .map(|waiter| waiter.join().expect("add does not panic"))
            .sum()
    })
}

// Wrong turns
// - `to_vec` for each thread: a slice as in Python, that is, a copy (wrong/copies_the_parts.rs).
// - `Box::leak`, so that `'static` is satisfied: the memory is never freed (wrong/leaks_a_copy.rs).
// - the size rounded down: the remainder is lost (wrong/loses_the_last_part.rs).
// - `join` in the loop: a queue of waiters (wrong/join_in_loop.rs is serial).
