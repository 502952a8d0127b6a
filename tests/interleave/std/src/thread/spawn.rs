//! Starting threads, and collecting what they return.

use super::{JoinHandle, Result};
use ::std::panic::Location;
use interleave::{Slot, Tid};

/// Starts a thread. It runs to its first operation at once; from there on the explorer decides.
///
/// # Panics
/// If the execution has sixty threads already.
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    JoinHandle::start(None, f)
}

/// What the thread returned, or the panic that ended it.
///
/// A thread that was cut off has returned nothing; its joiner is being unwound then, so that nobody sees this `Err`.
pub(super) fn outcome<T>(slot: &Slot<T>) -> Result<T> {
    let result = slot.take();
    let result = result.unwrap_or_else(|| Err(Box::new("the thread was cut off")));
    if let Err(payload) = &result {
        note_panic(&**payload);
    }
    result
}

fn note_panic(payload: &(dyn ::std::any::Any + Send)) {
    interleave::note(|| format!(" → Err({})", interleave::message(payload)));
}

#[track_caller]
pub(super) fn join(tid: Tid) {
    use interleave::{K, NONE};
    interleave::op_at(K::Join, NONE, NONE, tid as u64, Location::caller());
}

#[track_caller]
pub(super) fn is_finished(tid: Tid) -> bool {
    use interleave::{K, NONE};
    interleave::op_at(K::IsFinished, NONE, NONE, tid as u64, Location::caller()) == 1
}
