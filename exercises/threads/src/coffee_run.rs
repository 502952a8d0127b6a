//! # Coffee run: ten assistants, ten queues
//!
//! The manager needs many coffees, each from another café with a queue of its own. Nobody works in a queue. One person
//! who stands in all of them, one after the other, needs the whole day. Ten assistants stand in ten queues at the same
//! time, and it takes as long as the longest. But there are no more than ten of them.
//!
//! **In Python** this is `ThreadPoolExecutor(max_workers=10).map(fetch, coffees)`. Threads help there although only one
//! of them may run Python code at a time, because who waits lets go of the GIL. Waiting needs no core: in Rust, too,
//! ten threads wait on one core as well as on ten. `std` has no pool, and a scope with a few threads is enough.
//!
//! **Your task**
//! 1. `fetch` goes for one coffee and waits in its queue. Let up to `assistants` threads call it at the same time, and
//!    never more: as long as there is that much to fetch, all of them are on their way.
//! 2. Every coffee is fetched exactly once. With more coffees than assistants, an assistant goes several times.
//! 3. Return the coffees in the order of the list, whoever was back first. When `run` returns, nobody is on the way.
//!
//! **Leave alone:** the signature of `run`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Sends `assistants` assistants, at least one, for the `coffees`. Returns what they bring, in the order of the list.
///
/// `fetch` waits a long time and needs no processor while it does.
pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    // TODO 1: send the assistants.
    // TODO 2: let them share the list, so that every coffee is fetched once.
    // TODO 3: gather what they bring.
    let _ = fetch;
    todo!("send {assistants} assistants for {coffees:?}")
}
