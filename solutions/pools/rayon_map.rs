//! # Rayon map: one word for a whole crew
//!
//! A banquet for thousands: so many orders to cook, so many crates to look through, such a long bill. The steps are the
//! ones that you know from any list: do something with each, keep some, add up. The kitchen has its crew, and you do not
//! want to write down who takes what. You want to say: all of you, together.

use rayon::prelude::*;

/// The plates for all the `orders`, in their order.
pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    // `collect` puts every result in the place of its order, whoever was faster. A list behind a lock, to which all push,
    // would be in the order of finishing.
    orders.par_iter().map(|order| cook(*order)).collect()
}

/// Those of the `crates` that taste good, in their order.
pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    let crates = crates.par_iter().copied();
    crates.filter(|each| taste(*each)).collect()
}

/// What the orders that were `served` cost together.
pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    let orders = orders.par_iter().copied();
    // The decisive line: each thread adds up its own part, and then the few sums are added. One sum for all would need a
    // lock or an atomic, and the threads would wait for each other at every order.
    orders.filter(|each| served(*each)).map(price).sum()
}

// Wrong turns
// - `iter` for `par_iter`: nobody helps (wrong/iter.rs is serial).
// - pushing into a `Mutex<Vec>`: everything is there, in the order of finishing (wrong/collects_through_a_lock.rs).
// - cooking while the lock is held: many threads, one at work (wrong/cooks_under_the_lock.rs is serial).
// - load, then store, on an atomic sum: additions get lost (wrong/sum_by_load_and_store.rs).
// - `reduce` that begins with something else than zero: it begins more than once (wrong/begins_with_a_tip.rs).
