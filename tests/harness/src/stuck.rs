//! A model thread that runs on and on without an operation: no panic can end it, so the record of its test is written from
//! outside, and then the process ends.

use crate::{Finding, Verdict, record};
use std::cell::Cell;
use std::sync::{Mutex, PoisonError};

type Test = (&'static str, &'static str);

thread_local! {
    /// The test that runs on this thread, and its claim.
    static RUNNING: Cell<Option<Test>> = const { Cell::new(None) };
}

/// The test that explores. Explorations take turns, so there is at most one.
static EXPLORING: Mutex<Option<Test>> = Mutex::new(None);

/// This thread runs this test.
pub(crate) fn running(test: &'static str, claim: &'static str) {
    RUNNING.set(Some((test, claim)));
    interleave::on_stuck(report);
}

/// This thread's test explores while `body` runs.
pub(crate) fn exploring<T>(body: impl FnOnce() -> T) -> T {
    let before = swap(RUNNING.get());
    let result = body();
    swap(before);
    result
}

fn swap(test: Option<Test>) -> Option<Test> {
    let mut exploring = EXPLORING.lock().unwrap_or_else(PoisonError::into_inner);
    std::mem::replace(&mut *exploring, test)
}

/// Called on the watchdog's thread.
fn report(text: &str) {
    eprintln!("{text}");
    if let Some((test, claim)) = swap(None) {
        record::end(test, claim, &Finding::new(Verdict::Livelock, text));
    }
}
