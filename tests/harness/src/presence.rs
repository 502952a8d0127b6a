//! Nothing left: whoever was given a token has given it back.

use crate::{Finding, Verdict, fail, half_patience};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Counts the [`Token`]s that are still alive somewhere: in a thread that runs on, in a closure that was never dropped.
///
/// The number of a process's threads would tell less: other tests run beside this one.
#[derive(Debug, Default)]
pub struct Presence(Arc<Register>);

#[derive(Debug, Default)]
struct Register {
    alive: Mutex<usize>,
    changed: Condvar,
}

/// Moved into a task; alive for as long as the task is.
#[derive(Debug)]
pub struct Token(Arc<Register>);

impl Presence {
    /// No token is out.
    pub fn new() -> Presence {
        Presence::default()
    }

    /// One more token.
    pub fn token(&self) -> Token {
        *self.0.alive.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        Token(self.0.clone())
    }

    /// Waits up to [`half_patience`](crate::half_patience) until every token has been dropped.
    ///
    /// # Panics
    ///
    /// With the verdict `leak` when tokens remain; `what` names their holders in the plural: "workers".
    pub fn nothing_left(&self, what: &str) {
        let alive = self.0.alive.lock().unwrap_or_else(PoisonError::into_inner);
        let (alive, _) = self
            .0
            .changed
            .wait_timeout_while(alive, half_patience(), |alive| *alive > 0)
            .unwrap_or_else(PoisonError::into_inner);
        self.check(*alive, what);
    }

    /// Like [`Presence::nothing_left`] without any patience: for code that promises to have ended them when it returns.
    ///
    /// # Panics
    ///
    /// With the verdict `leak` when tokens remain.
    pub fn nothing_left_now(&self, what: &str) {
        let alive = *self.0.alive.lock().unwrap_or_else(PoisonError::into_inner);
        self.check(alive, what);
    }

    /// How many there are is left to chance: they may be about to end.
    fn check(&self, alive: usize, what: &str) {
        if alive > 0 {
            fail(Finding::new(
                Verdict::Leak,
                format!("some {what} are still there when none may be"),
            ));
        }
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        *self.0.alive.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.changed.notify_all();
    }
}
