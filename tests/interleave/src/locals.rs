//! Thread-local values of model threads.

use crate::op::Tid;
use crate::runtime::with;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The running thread's value under `key`: `None` before its initialisation, `Some(None)` once it is being destroyed.
pub fn local(key: usize) -> Option<Option<*const dyn Any>> {
    with(|rt| {
        let (_, value) = rt.running().locals.iter().find(|l| l.0 == key)?;
        Some(value.as_deref().map(|v| v as *const dyn Any))
    })
}

/// Initialises the running thread's value under `key`.
pub fn local_init(key: usize, value: Box<dyn Any>) {
    with(|rt| rt.running().locals.push((key, Some(value))));
}

/// Destroys the values of the ending thread, last first; a destructor may create new ones.
pub(crate) fn destroy_locals(tid: Tid) {
    while let Some((_, value)) = with(|rt| rt.tasks[tid].locals.pop()) {
        // As in std, a panic in such a destructor ends nothing but itself.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(value)));
        with(|rt| rt.tasks[tid].panics = 0);
    }
}
