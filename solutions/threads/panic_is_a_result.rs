//! # A panic is a result: burnt toast, and dinner goes on
//!
//! Every order has a cook of its own. One of them burns the toast and gives up. The other cooks do not even look up,
//! and their plates are served. In the end the head chef has a list: a plate for each order, or what went wrong with
//! it, in the order of the orders.

use std::any::Any;
use std::thread::{self, JoinHandle};

/// Lets a thread of its own `cook` each of the `orders`. Gives for each order, in their order, the plate or the message
/// of the panic in which its thread has ended.
///
/// Does not panic when `cook` does.
pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<JoinHandle<String>> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        // The decisive line: no `unwrap` and no `?`. The first would panic for a plate that is not yours, the second
        // would throw away the plates that are ready. And `&*panic` is what is in the box: `&panic` is the box itself,
        // which compiles, and is never a text.
        .map(|cook| cook.join().map_err(|panic| message(&*panic)))
        .collect()
}

/// What was said in the panic.
fn message(panic: &(dyn Any + Send)) -> String {
    // Any value can be panicked with, so its type is found out by asking. `panic!` makes these two.
    if let Some(text) = panic.downcast_ref::<&'static str>() {
        text.to_string()
    } else if let Some(text) = panic.downcast_ref::<String>() {
        text.clone()
    } else {
        "no message".to_string()
    }
}

// Wrong turns
// - `unwrap` on `join`: one panic becomes two (wrong/unwrap_on_join.rs).
// - to stop at the first error: the plates of the others are lost (wrong/first_error_ends_all.rs).
// - `{panic:?}`: says `Any { .. }`, whatever the message was (wrong/debug_text.rs).
// - `message(&panic)`: asks the box for its type (wrong/asks_the_box.rs finds no message).
// - a shared list whose lock is held while cooking: one panic poisons it for all (wrong/poisoned_list.rs).
