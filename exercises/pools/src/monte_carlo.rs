//! # Monte Carlo: ten thousand evenings
//!
//! How many guests will be turned away if the kitchen takes two tables out? Nobody can compute that, but it can be
//! played: an evening with random guests, ten thousand times, and then the mean. Several workers share the evenings. The
//! owner wants to see the result again tomorrow, digit by digit, from the same seed, on a machine with more cores.
//!
//! **In Python** numpy's generator is copied into each forked process of a `Pool`, and all of them draw the same numbers
//! unless somebody seeds them. In Rust a generator is a value that somebody owns, so it is plain to see who draws from it.
//! Two things hang on the number of workers if you let them: which numbers an evening draws, and in which order the
//! results are added. `(a + b) + c` and `a + (b + c)` differ, in both languages.
//!
//! **Your task**
//! 1. Every evening has a generator of its own (`fastrand::Rng`), which depends on `seed` and the evening's number, and on
//!    nothing else. No two evenings draw the same numbers, not even under two seeds that differ by one.
//! 2. Call `evening` once for each number from 0 on. Up to `workers` threads do so at the same time, and never more.
//! 3. Return the mean of the results. It is the same to the last bit for any number of workers and in every run.
//!
//! **Leave alone:** the signature of `simulate`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use fastrand::Rng;

/// Plays the evening of this number with these random numbers. Returns how many guests were turned away.
pub type Evening<'a> = &'a (dyn Fn(usize, &mut Rng) -> f64 + Sync);

/// Plays `evenings` evenings, at least one, with up to `workers` threads, at least one. Returns the mean of the results.
pub fn simulate(seed: u64, evenings: usize, workers: usize, evening: Evening) -> f64 {
    // TODO 1: where do the random numbers of an evening come from?
    // TODO 2: let the workers share the evenings.
    // TODO 3: in which order are the results added?
    let _ = evening;
    todo!("play {evenings} evenings from seed {seed} with {workers} workers")
}
