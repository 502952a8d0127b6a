//! # Scoped sum: many hands at one till
//!
//! In the evening the till holds a long list of amounts. Several waiters add it up together: each takes one part of the
//! list, all of them at the same time, and in the end the sums of the parts are added. The list stays where it is.
//! Nobody writes it out for the others.
//!
//! **In Python** every slice `numbers[a:b]` is a copy, and the threads would wait for the GIL. In Rust a slice
//! `&numbers[a..b]` is a view of the same memory. A thread from `thread::spawn` must not keep such a view, because the
//! list could be gone before the thread is. A scope promises that it waits for its threads, so they may borrow.
//!
//! **Your task**
//! 1. Divide `numbers` into parts, one for each of the `threads` threads, of about the same size. Every number belongs
//!    to exactly one part, also when the division leaves a remainder, and when there are fewer numbers than threads.
//! 2. Let each thread call `add` with its part. All of them must be able to add at the same time.
//! 3. Return the sum of what they found.
//!
//! No number is copied, and no memory is left behind.
//!
//! **Leave alone:** the signature of `sum`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// The sum of `numbers`, found by at most `threads` threads, at least one. Each calls `add` to get the sum of its part.
///
/// `add` is a borrowed closure. It is `Sync`: several threads may call it at the same time.
pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    // TODO 1: divide the numbers.
    // TODO 2: let each thread add up its part.
    // TODO 3: add up the sums.
    let _ = add;
    let many = numbers.len();
    todo!("add up {many} numbers with {threads} threads")
}
