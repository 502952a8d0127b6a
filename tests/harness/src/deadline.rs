//! What may block for ever gets a deadline, and says what it was waiting for.

use crate::{Finding, Verdict, fail, panics};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How long real threads are given before they count as stuck. Generous: it is met only by programs that are wrong, or
/// by a machine that stands still. The environment variable `HARNESS_PATIENCE` sets other seconds.
pub fn patience() -> Duration {
    let seconds = std::env::var("HARNESS_PATIENCE").ok();
    Duration::from_secs(seconds.and_then(|s| s.parse().ok()).unwrap_or(6))
}

/// How long one step inside a deadline may wait for another: half of [`patience`], so that the step, which knows better
/// what is missing, speaks before the deadline around it does.
pub fn half_patience() -> Duration {
    patience() / 2
}

/// Runs `body` on a thread of its own and gives back its result, or its panic.
///
/// # Panics
///
/// With the verdict `timed_out` when `body` has not ended within [`patience`]: "still waiting … for {what}". Its thread
/// is left behind, since no thread can be ended from outside.
pub fn within<T: Send + 'static>(what: &str, body: impl FnOnce() -> T + Send + 'static) -> T {
    let result = Arc::new(Mutex::new(None));
    let given = Arc::clone(&result);
    let body = move || {
        let value = body();
        *given.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    };
    wait_for(what, Box::new(body));
    let value = result.lock().unwrap_or_else(PoisonError::into_inner).take();
    value.expect("a body that has ended has given its value")
}

/// Of one type only: a thread and a channel are much code, and each test would be compiled with copies of its own.
fn wait_for(what: &str, body: Box<dyn FnOnce() + Send>) {
    let (done, result) = mpsc::channel();
    let worker = thread::Builder::new()
        .name("test body".to_string())
        .spawn(move || {
            let ended = catch_unwind(AssertUnwindSafe(body));
            let _ = done.send((ended, panics::take_last()));
        });
    if let Err(error) = worker {
        fail(Finding::new(
            Verdict::Crashed,
            format!("no thread can be started for the test: {error}"),
        ));
    }
    match result.recv_timeout(patience()) {
        Ok((Ok(()), _)) => {}
        Ok((Err(panic), place)) => {
            panics::set_last(place);
            resume_unwind(panic)
        }
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            fail(Finding::new(
                Verdict::TimedOut,
                format!("still waiting after {} s for {what}", patience().as_secs()),
            ));
        }
    }
}
