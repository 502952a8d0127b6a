//! # Semaphore: three ovens, many cooks
//!
//! The kitchen has a few ovens, and more cooks than ovens. A cook who wants to bake takes a permit from the hook by the
//! door; whoever finds the hook empty waits there. A cook who is done hangs the permit back, and somebody who waits may
//! take it. If a cook burns a finger and runs away, the permit must hang on the hook all the same, or an oven would
//! stay cold for the rest of the evening.
//!
//! **In Python** this is `threading.Semaphore`: `with semaphore:`, or `acquire` and `release`, and nothing keeps you
//! from releasing once too often; then there are more permits than ovens. In Rust a permit is a value. Who has it may
//! bake; when it is dropped it goes back, once, also when the thread panics.
//!
//! **Your task:** build it from `Mutex` and `Condvar`.
//! 1. `new` and `available`: how many permits hang on the hook.
//! 2. `acquire`: takes a permit. Waits, asleep, while there is none.
//! 3. Dropping a `Permit` gives it back, and wakes one who waits.
//! 4. `try_acquire`: takes a permit if there is one, and never waits.
//!
//! A wait may end although nobody notified, and who was notified may come too late.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::{Condvar, Mutex};

/// A fixed number of permits, shared by threads.
pub struct Semaphore {
    /// How many permits are on the hook. The lock protects the number.
    free: Mutex<usize>,
    /// Announces that a permit has come back.
    returned: Condvar,
}

/// The right to be one of those who are inside. It goes back when this is dropped.
#[must_use = "a permit that is not kept goes back at once"]
pub struct Permit<'a> {
    /// Where the permit goes back to.
    semaphore: &'a Semaphore,
}

impl Semaphore {
    /// A semaphore with so many permits on the hook.
    pub fn new(permits: usize) -> Semaphore {
        // TODO 1
        todo!("hang {permits} permits on the hook")
    }

    /// Takes a permit. Waits while there is none.
    pub fn acquire(&self) -> Permit<'_> {
        // TODO 2: wait for a permit, take it from the hook.
        let _ = (&self.free, &self.returned);
        todo!("take a permit")
    }

    /// Takes a permit if there is one now. `None` if there is none.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        // TODO 4
        todo!("take a permit without waiting")
    }

    /// How many permits are on the hook now.
    pub fn available(&self) -> usize {
        // TODO 1
        todo!("count the permits")
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        // TODO 3: hang the permit back, tell one who waits.
        let _ = self.semaphore;
    }
}
