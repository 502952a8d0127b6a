//! Panics that no claim made: the learner's own, and `assert!` in a test.

use crate::{Finding, Verdict};
use std::any::Any;
use std::cell::RefCell;
use std::panic::{Location, PanicHookInfo};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// How `todo!` begins its message.
const TODO: &str = "not yet implemented";

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Whether a `todo!` was reached in any thread. The learner's threads are not the test's, so this is kept by process; a
/// run decides one exercise.
static TODO_REACHED: AtomicBool = AtomicBool::new(false);

/// Keeps the place of each thread's last panic, besides what the hook before did. The explorer's hook comes first, so
/// that a panic of a model thread passes here too.
pub(crate) fn remember() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        interleave::install_hook();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            note(info);
            before(info);
        }));
    });
}

fn note(info: &PanicHookInfo) {
    let text = text_of(info.payload());
    if text.starts_with(TODO) {
        TODO_REACHED.store(true, Relaxed);
    }
    let place = info.location().map(place_of).unwrap_or_default();
    // A thread that is being torn down has no storage left: then the place is lost, not the message.
    let _ = LAST.try_with(|last| last.replace(Some(format!("panicked at {place}: {text}"))));
}

fn place_of(place: &Location) -> String {
    format!("{}:{}", place.file(), place.line())
}

/// Whether the starter's own `todo!` stands behind a failure.
pub(crate) fn todo_reached() -> bool {
    TODO_REACHED.load(Relaxed)
}

/// What a panic that nobody turned into a finding says about the program.
pub(crate) fn finding_of(payload: &(dyn Any + Send)) -> Finding {
    let last = LAST.with(|last| last.borrow_mut().take());
    let message = last.unwrap_or_else(|| text_of(payload));
    let verdict = if todo_reached() {
        Verdict::NotStarted
    } else {
        Verdict::WrongResult
    };
    Finding::new(verdict, message)
}

/// A panic's message, where it has one.
pub(crate) fn text_of(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_string())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a value that is not text".to_string())
}
