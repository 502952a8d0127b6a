//! Two pieces of work that may be done at the same time.

use crate::pool::{Worker, in_pool};
use interleave_std::{panic, thread};
use std::panic::AssertUnwindSafe;

/// Does both, at the same time if a thread of the pool is idle, else one after the other.
///
/// # Panics
/// With the panic of the one that panicked, the first one's if both did; both have ended then.
#[track_caller]
pub fn join<A, B, RA, RB>(a: A, b: B) -> (RA, RB)
where
    A: FnOnce() -> RA + Send,
    B: FnOnce() -> RB + Send,
    RA: Send,
    RB: Send,
{
    in_pool(|pool| match pool.hire() {
        Some(worker) => together(a, b, worker),
        None => in_turn(a, b),
    })
}

#[track_caller]
fn together<A, B, RA, RB>(a: A, b: B, worker: Worker) -> (RA, RB)
where
    A: FnOnce() -> RA,
    B: FnOnce() -> RB + Send,
    RB: Send,
{
    let (a, b) = thread::scope(|scope| {
        let other = scope.spawn(|| worker.work(b));
        (panic::catch_unwind(AssertUnwindSafe(a)), other.join())
    });
    (returned(a), returned(b))
}

fn in_turn<RA, RB>(a: impl FnOnce() -> RA, b: impl FnOnce() -> RB) -> (RA, RB) {
    let a = panic::catch_unwind(AssertUnwindSafe(a));
    let b = panic::catch_unwind(AssertUnwindSafe(b));
    (returned(a), returned(b))
}

/// What was returned.
///
/// # Panics
/// With the panic that was caught.
pub(crate) fn returned<R>(result: thread::Result<R>) -> R {
    result.unwrap_or_else(|payload| panic::resume_unwind(payload))
}
