//! # Spawn and join: a cook for every order
//!
//! Several orders come in at once. Each goes to a cook of its own, and all the cooks work at the same time. Every cook
//! wears a name, so that the head chef can tell who is at work. When the last cook has finished, the plates stand on
//! the pass in the order of the orders, whoever was fastest.
//!
//! **In Python** this is `threading.Thread(target=cook, args=(order,), name="cook-1")`, then `start()` and `join()`.
//! What the target returns is thrown away there, so programs pass in a list to collect it. In Rust `join` gives back
//! what the thread has returned.
//!
//! **Your task**
//! 1. Start a thread for each order. It calls `cook` with the order. The threads are named `cook-1`, `cook-2`, and so
//!    on, in the order of the orders.
//! 2. Wait until all have ended. Return the plates in the order of the orders.
//!
//! All the cooks must be able to work at the same time. When `serve` returns, no thread may still run.
//!
//! **Leave alone:** the signature of `serve`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Lets a thread of its own `cook` each of the `orders`. Returns the plates in the order of the orders.
///
/// `cook` is a plain function: like a number, it can be copied into every thread.
pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    // TODO 1: start a named thread for each order.
    // TODO 2: wait for the threads and gather what they return.
    let _ = cook;
    todo!("serve the orders {orders:?}")
}
