//! Panics of model threads, and the unwinding that tears an execution down.
//!
//! All model threads share one OS thread, so std's own panic count says nothing about any of them: each thread counts
//! for itself, with the help of a panic hook.

use crate::runtime::{aborting, active, try_with, with};
use crate::table;
use std::any::Any;
use std::panic::{
    AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind, set_hook, take_hook,
};
use std::sync::Once;
use std::thread;

/// What a thread unwinds with when its execution is torn down.
pub(crate) struct AbortToken;

/// Leaves the running thread because its execution is torn down.
pub(crate) fn unwind() -> ! {
    model_resume(Box::new(AbortToken))
}

/// Whether the running thread is unwinding, as `std::thread::panicking`.
pub fn panicking() -> bool {
    if active() {
        with(|rt| rt.running().panics > 0)
    } else {
        thread::panicking()
    }
}

/// The text of a panic's payload.
pub fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "Box<dyn Any>".into())
}

fn one_panic_less() {
    with(|rt| rt.running().panics = rt.running().panics.saturating_sub(1));
}

/// `std::panic::catch_unwind` for learner code: counts for the model thread and lets the teardown through.
///
/// # Errors
/// The payload of a panic.
pub fn model_catch<R>(f: impl FnOnce() -> R) -> thread::Result<R> {
    let result = catch_unwind(AssertUnwindSafe(f));
    if let Err(payload) = result {
        if active() {
            if payload.is::<AbortToken>() {
                resume_unwind(payload);
            }
            one_panic_less();
        }
        return Err(payload);
    }
    result
}

/// `std::panic::resume_unwind` for learner code.
pub fn model_resume(payload: Box<dyn Any + Send>) -> ! {
    if active() {
        with(|rt| rt.running().panics += 1);
    }
    resume_unwind(payload)
}

/// For `thread::scope`: catches everything, the teardown included.
///
/// # Errors
/// The payload of a panic, or of the teardown.
pub fn catch_all<R>(f: impl FnOnce() -> R) -> thread::Result<R> {
    let result = catch_unwind(AssertUnwindSafe(f));
    if result.is_err() {
        one_panic_less();
    }
    result
}

/// Goes on with the teardown that `thread::scope` had to interrupt to wait for its children.
pub fn continue_teardown() {
    if aborting() && !panicking() {
        unwind();
    }
}

/// Goes on with what [`catch_all`] caught.
pub fn resume_any(payload: Box<dyn Any + Send>) -> ! {
    model_resume(payload)
}

/// Installs, once a process, the hook that counts panics of model threads and keeps them off the terminal. Every
/// exploration does; who wants to see these panics too calls it before installing a hook of its own around it.
pub fn install_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let outside = take_hook();
        set_hook(Box::new(move |info| {
            if active() {
                note_panic(info);
            } else {
                outside(info);
            }
        }));
    });
}

fn note_panic(info: &PanicHookInfo) {
    let message = message(info.payload());
    let place = info.location().map_or_else(String::new, |l| {
        format!(" ({}:{})", table::short(l.file()), l.line())
    });
    try_with(|rt| {
        rt.running().panics += 1;
        rt.push_event(format!("PANIC: {message}{place}"), None, false);
    });
}
