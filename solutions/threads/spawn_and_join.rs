//! # Spawn and join: a cook for every order
//!
//! Several orders come in at once. Each goes to a cook of its own, and all the cooks work at the same time. Every cook
//! wears a name, so that the head chef can tell who is at work. When the last cook has finished, the plates stand on
//! the pass in the order of the orders, whoever was fastest.

use std::thread::{Builder, JoinHandle};

/// Lets a thread of its own `cook` each of the `orders`. Returns the plates in the order of the orders.
///
/// `cook` is a plain function: like a number, it can be copied into every thread.
///
/// # Panics
///
/// When `cook` panics, or the system has no thread left.
pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    // The decisive line: all the handles are kept before the first is joined. An iterator does nothing until somebody
    // asks it, so without `collect` each thread would be started only when the one before it has been joined.
    let cooks: Vec<JoinHandle<String>> = (1..)
        .zip(orders)
        .map(|(number, order)| {
            // `move` gives the order to the thread, which may outlive this function as far as the compiler knows.
            Builder::new()
                .name(format!("cook-{number}"))
                .spawn(move || cook(&order))
                .expect("the system has a thread for every cook")
        })
        .collect();
    // The handles stand in the order of the orders, so the plates do too. Who is joined later has lost no time: it works
    // while the others are waited for.
    cooks
        .into_iter()
        .map(|cook| cook.join().expect("no cook panics"))
        .collect()
}

// Wrong turns
// - `join` in the loop that spawns: one cook at a time (wrong/join_in_loop.rs is serial).
// - two `map`s and one `collect`: the same, and harder to see (wrong/lazy_iterator.rs).
// - a shared list of plates: they stand in the order of finishing (wrong/order_of_finishing.rs depends on who is faster).
// - a dropped handle: the thread runs on without you (wrong/not_joined.rs loses plates, wrong/heard_not_joined.rs leaks).
