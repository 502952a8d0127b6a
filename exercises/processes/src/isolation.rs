//! # Isolation: every kitchen has a store of its own
//!
//! The head chef has 100 kg of flour, opens other kitchens, and tells each of them to take some. Each takes it, and each
//! says what is left. The head chef looks into the store, and there are still 100 kg. Every kitchen was built with a store
//! of its own, and took from that. What a kitchen has used, the head chef knows only from what it has said.
//!
//! **In Python** a global that a `multiprocessing.Process` changes is unchanged in the parent, and many have looked for
//! that mistake for a day. Results come back through a `Queue` or a `Pipe`. In Rust it is the same, since the operating
//! system keeps processes apart: a `static` is one place in each process, not one place for all.
//!
//! **Your task**
//! 1. `take`, in a child: takes so many kilograms out of the store of this process, and returns what is left in it.
//! 2. `report`, in the parent: starts `program` once for each of the `amounts`, with the arguments `take` and the amount.
//!    Each child calls your `take` and prints the number that it returns.
//! 3. Report in one line each what every child has said, in order, and what is in the parent's store.
//! 4. Then book in the parent's store what the children have used, by what they said, and report what is left:
//!
//! ```text
//! child 1: 70 kg are left in its store
//! child 2: 95 kg are left in its store
//! parent: 100 kg are in my store
//! booked: 65 kg are left
//! ```
//!
//! When `report` returns, all the children have been waited for, also when it returns an error.
//!
//! **Leave alone:** the signatures, the store, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much flour a store holds at the start, in kilograms.
pub const START: u64 = 100;

/// How much flour is in the store of this process, in kilograms.
static STORE: AtomicU64 = AtomicU64::new(START);

/// What is in the store of this process, in kilograms.
pub fn left() -> u64 {
    STORE.load(Ordering::SeqCst)
}

/// Takes so many `kilograms` out of the store of this process. Returns what is left in it.
pub fn take(kilograms: u64) -> u64 {
    // TODO 1: change this process's store.
    todo!("take {kilograms} kg out of the store")
}

/// Lets a process of the `program` take each of the `amounts`, and reports who has what.
///
/// # Errors
///
/// When a child cannot be started, or says no number.
pub fn report(program: &Path, amounts: &[u64]) -> io::Result<String> {
    // TODO 2: start the children and hear them.
    // TODO 3: what do they say, and what is here?
    // TODO 4: what have they used?
    todo!("let {} take {amounts:?}", program.display())
}
