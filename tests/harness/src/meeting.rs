//! Real threads, requests or processes that must be inside at the same moment.

use crate::{Finding, Verdict, fail, half_patience};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Instant;

/// A place that nobody leaves before `expected` have come: a program that does one task after the other stays outside.
///
/// For tasks that are threads of the model use `interleave::Rendezvous`, which needs no clock.
#[derive(Debug)]
pub struct Meeting {
    what: &'static str,
    expected: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// How many stand inside now.
    inside: usize,
    /// The most that stood inside at once while somebody waited for the others: who comes later meets others by chance.
    most: usize,
    /// Everybody has come: the door stays open.
    complete: bool,
    /// Somebody has waited too long: nobody waits any more, so that the program comes to its end.
    given_up: bool,
}

impl Meeting {
    /// A meeting of `expected` tasks; `what` names them in the plural: "downloads".
    pub fn new(expected: usize, what: &'static str) -> Meeting {
        Meeting {
            what,
            expected,
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// Comes in and waits for the others. Returns without them once anybody has waited longer than [`half_patience`](crate::half_patience).
    pub fn arrive(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.inside += 1;
        if !state.given_up {
            state.most = state.most.max(state.inside);
        }
        state.complete |= state.inside >= self.expected;
        self.changed.notify_all();
        let end = Instant::now() + half_patience();
        while !state.complete && !state.given_up {
            let left = end.saturating_duration_since(Instant::now());
            state.given_up = left.is_zero();
            state = self
                .changed
                .wait_timeout(state, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
        state.inside -= 1;
        self.changed.notify_all();
    }

    /// # Panics
    ///
    /// With the verdict `serial` unless all came together.
    pub fn check(&self) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if !state.complete {
            let (most, expected, what) = (state.most, self.expected, self.what);
            fail(Finding::new(
                Verdict::Serial,
                format!(
                    "{expected} {what} must be under way at the same time; at most {most} ever were"
                ),
            ));
        }
    }
}
