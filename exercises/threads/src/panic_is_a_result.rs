//! # A panic is a result: burnt toast, and dinner goes on
//!
//! Every order has a cook of its own. One of them burns the toast and gives up. The other cooks do not even look up,
//! and their plates are served. In the end the head chef has a list: a plate for each order, or what went wrong with
//! it, in the order of the orders.
//!
//! **In Python** an exception ends its thread and is printed, and `join()` says nothing: the one who waits never
//! learns of it. In Rust a panic ends its thread too, and then it is what `join` gives: `Err` with whatever was
//! panicked with. `join().unwrap()` turns that into a panic of your own.
//!
//! **Your task**
//! 1. Start a thread for each order. It calls `cook` with the order. All the cooks must be able to work at the same
//!    time.
//! 2. Wait for all of them, also after one has panicked. Return a result for each order, in the order of the orders:
//!    `Ok` with the plate, or `Err` with the message of the panic.
//! 3. `panic!` carries its message as a `&'static str` when the text is fixed, and as a `String` when it is put
//!    together. Who panics with any other value has no message: then it is `Err("no message")`.
//!
//! **Leave alone:** the signature of `serve`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Lets a thread of its own `cook` each of the `orders`. Gives for each order, in their order, the plate or the message
/// of the panic in which its thread has ended.
///
/// Does not panic when `cook` does.
pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    // TODO 1: start a thread for each order.
    // TODO 2: wait for all of them.
    // TODO 3: find the message of a panic.
    let _ = cook;
    todo!("serve the orders {orders:?}")
}
