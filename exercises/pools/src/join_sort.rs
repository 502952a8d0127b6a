//! # Join sort: halve the pile until it is small enough
//!
//! At the end of the week all the order slips lie in one box, and they are wanted by number. The chef halves the pile,
//! gives one half away, sorts the other, and in the end merges the two. Whoever gets a half does the same. Nobody halves a
//! pile that one hand can hold: to give it away would take longer than to sort it.
//!
//! **In Python** divide and conquer stays on one core. Threads do not help, and a process for each half has to send its
//! half there and back. In Rust `rayon::join(a, b)` offers `b` to whoever is idle in the pool and does `a` itself; if
//! nobody was idle, it does `b` as well. It costs little, but not nothing, so a recursion needs a cut-off.
//!
//! **Your task**
//! 1. A pile of at most `cutoff` slips goes to `by_hand`, which sorts it.
//! 2. A larger one is halved. Both halves are sorted at the same time, in rayon's pool, on every level.
//! 3. The two sorted halves are merged: all the slips, in order, equal ones as often as before.
//!
//! **Leave alone:** the signature, and the folder `tests/`. The slips change their places in the slice that is given;
//! another list may be used on the way.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Sorts the `slips`. `by_hand` sorts a pile of at most `cutoff` slips, at least one.
pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    // TODO 1: is the pile small enough?
    // TODO 2: how do two parts of one slice go to two threads?
    // TODO 3: merge the halves.
    let _ = by_hand;
    let many = slips.len();
    todo!("sort {many} slips, at most {cutoff} of them by hand")
}
