//! # Philosophers: five plates, five forks, no one starves
//!
//! After closing time the cooks eat at a round table. Between each two of them lies one fork, and a cook needs both
//! forks beside the plate to eat. If everybody takes the left fork first and then waits for the right one, all sit with
//! one fork in hand, for ever. Edsger Dijkstra set this as an examination question in 1965.
//!
//! **In Python** each fork is a `threading.Lock`, and the program hangs one day in a thousand. Here every interleaving is
//! tried, so it hangs every time, and you see how.
//!
//! **Your task**
//! 1. `dine` starts one thread for each seat. Seat `i` eats with fork `i` and fork `i + 1`; the last seat's second fork
//!    is fork 0. It calls `eat(i)` for each of its `meals`, with both forks in hand.
//! 2. Two neighbours never eat at the same time, since they share a fork.
//! 3. Nobody waits for ever, whatever the order of events.
//! 4. Seats that share no fork can eat at the same time: one lock around the table is not the answer.
//! 5. Returns how many meals were eaten.
//!
//! **Leave alone:** the signature, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Lets `seats` philosophers, at least two, eat `meals` times each. Returns the number of meals eaten.
pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    // TODO 1: a fork for each seat, a thread for each seat.
    // TODO 2 and 3: which fork first?
    let _ = eat;
    todo!("{seats} philosophers eat {meals} times each")
}
