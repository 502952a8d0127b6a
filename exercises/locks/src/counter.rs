//! # Counter: every plate on one board
//!
//! The kitchen counts its plates on one board by the door. Several cooks count at the same time. A cook reads the
//! number, adds one, and writes the sum. Between the reading and the writing another cook may write too, and then a
//! plate is lost. In the evening the board must show every plate.
//!
//! **In Python** you write `with lock: count += 1`, and nothing but habit ties the lock to the number. In Rust the
//! lock owns the number: a `Mutex<u64>` hands it out only to the thread that holds the lock.
//!
//! **Your task**
//! 1. Start `threads` threads. Each adds one to the same count, `per_thread` times.
//! 2. Wait until all have ended, then return the count.
//!
//! The threads must be able to work at the same time.
//!
//! **Leave alone:** the signature of `count`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Counts with `threads` threads, `per_thread` times in each. Returns the sum.
pub fn count(threads: usize, per_thread: u64) -> u64 {
    // TODO 1: start the threads and let them share one count.
    // TODO 2: wait for them, then return what they counted.
    todo!("count with {threads} threads, {per_thread} times in each")
}
