//! Panics of model threads.
//!
//! All model threads share one OS thread, so std's own panic count says nothing about any of them: each thread counts
//! for itself, with the help of a panic hook.

use crate::runtime::{Rt, active, try_with, with};
use crate::schedule::Action;
use std::any::Any;
use std::panic::{
    AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind, set_hook, take_hook,
};
use std::sync::Once;
use std::thread;

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

/// `std::panic::catch_unwind` for learner code: counts for the model thread.
///
/// # Errors
/// The payload of a panic.
pub fn model_catch<R>(f: impl FnOnce() -> R) -> thread::Result<R> {
    let result = catch_unwind(AssertUnwindSafe(f));
    if result.is_err() && active() {
        with(|rt| rt.running().panics = rt.running().panics.saturating_sub(1));
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

/// Installs, once a process, the hook that counts panics of model threads and keeps them off the terminal. Every
/// exploration does; who wants to see these panics too calls it before installing a hook of its own around it.
pub fn install_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let outside = take_hook();
        set_hook(Box::new(move |info| {
            if !active() || !note_panic(info) {
                outside(info);
            }
        }));
    });
}

/// What the standard library panics with, past all catching, when a panic leaves a destructor during another panic.
const IN_CLEANUP: &str = "panic in a destructor during cleanup";

/// False for a panic of the engine itself, which must be seen.
fn note_panic(info: &PanicHookInfo) -> bool {
    let message = message(info.payload());
    try_with(|rt| {
        if message == IN_CLEANUP {
            say_why_the_process_ends(rt);
        } else {
            rt.running().panics += 1;
            rt.running().last_panic = Some(at(&message, info));
            rt.push_step(Action::Panic(message), info.location());
        }
    })
}

fn at(message: &str, info: &PanicHookInfo) -> String {
    let place = info.location().map(|place| format!(" at {place}"));
    message.to_owned() + &place.unwrap_or_default()
}

/// std aborts afterwards, and no record of the test can be written: the last panic is all that tells.
fn say_why_the_process_ends(rt: &mut Rt) {
    let last = rt.running().last_panic.take();
    eprintln!(
        "a destructor panicked while a panic was under way, so the process ends: {}",
        last.unwrap_or_default()
    );
}
