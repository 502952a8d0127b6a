//! # Rayon map: one word for a whole crew
//!
//! A banquet for thousands: so many orders to cook, so many crates to look through, such a long bill. The steps are the
//! ones that you know from any list: do something with each, keep some, add up. The kitchen has its crew, and you do not
//! want to write down who takes what. You want to say: all of you, together.
//!
//! **In Python** this is `[cook(order) for order in orders if served(order)]` and `sum(...)`, and `Pool.map` when it has
//! to be faster, with functions that can be pickled and data that is copied to other processes. With the crate `rayon`
//! `par_iter` takes the place of `iter`, borrows the list as it is, and lets the threads of one pool, as many as there
//! are cores, work on it together. A closure that would race does not compile; one that only loses the order does.
//!
//! **Your task**
//! 1. `plates`: calls `cook` once with each order. Returns the plates in the order of the orders.
//! 2. `fresh`: calls `taste` once with each crate. Returns the crates for which it says yes, in their order.
//! 3. `bill`: the sum of the prices of all the orders that were served. Nobody asks for the price of the others, and no
//!    list is made in between.
//!
//! In all three the threads of rayon's pool work at the same time, and no other threads do.
//!
//! **Leave alone:** the signatures, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// The plates for all the `orders`, in their order.
pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    // TODO 1: does a plate know its place?
    let _ = cook;
    let many = orders.len();
    todo!("cook {many} orders")
}

/// Those of the `crates` that taste good, in their order.
pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    // TODO 2
    let _ = taste;
    let many = crates.len();
    todo!("taste {many} crates")
}

/// What the orders that were `served` cost together.
pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    // TODO 3: who adds up, when all work at the same time?
    let _ = (served, price);
    let many = orders.len();
    todo!("add up {many} orders")
}
