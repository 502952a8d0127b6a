//! # Map in order: plates leave in the order of the tables
//!
//! Ten tables have ordered, three cooks stand at the stoves. A cook who is free takes the next order of the list. A roast
//! takes its time, and meanwhile the other cooks go on with what comes after it. But the waiter wants the plates in the
//! order of the tables, and not in the order in which they get done.
//!
//! **In Python** this is `executor.map(f, items)`: results come in the order of the items, whoever was faster, and an
//! exception of `f` is raised where you take the results. In Rust `f` is shared by all the workers, so it is `Sync`, and
//! an item belongs to one worker at a time, so it is `Send`. Nothing needs to be copied.
//!
//! **Your task**
//! 1. Start `workers` threads. Each takes the next item, calls `f` with it, and comes again, until no item is left.
//! 2. Return the results in the order of the items.
//! 3. A panic of `f` is a panic of `map`. It comes when all the workers have ended, and never lets `map` wait for ever.
//!
//! Whoever is free takes the next item: a slow item holds up nobody but its own worker. Use the threads of `std` here.
//!
//! **Leave alone:** the signature of `map`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Calls `f` with each of the `items`, with so many `workers` (at least one) at the same time. Returns what `f` gave, in
/// the order of the items.
///
/// # Panics
///
/// When `f` has panicked.
pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    // TODO 1: how does a worker get the next item, so that no other worker gets it too?
    // TODO 2: how does a result get to its place?
    let _ = f;
    let many = items.len();
    todo!("let {workers} workers do {many} items")
}
