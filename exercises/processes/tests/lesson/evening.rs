//! An evening on which time passes only when something happens: the clock of `deadline`, and the workers that it waits for.

use harness::{Actor, half_patience};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// So often the clock is asked before the first worker ends, and again before each of the others does: whoever asks less
/// often, or stops at the first end, has killed some of them by then.
pub(crate) const LOOKS: usize = 5;

/// So many more looks there are when all have ended, for whoever has yet to hear of it.
pub(crate) const REST: usize = 50;

/// What the clock and the workers know of each other.
pub(crate) struct Evening {
    /// How many workers end by themselves.
    number: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How often the clock was asked.
    looks: usize,
    /// Somebody is at the clock.
    asked: bool,
    /// How many workers were told to end: one at a time.
    told: usize,
    /// How many workers have ended.
    ended: usize,
    /// How often the clock was asked since the last of them has.
    rest: usize,
    /// Somebody has waited too long: nobody waits any more.
    given_up: bool,
}

impl Evening {
    /// An evening on which so many workers end by themselves.
    pub(crate) fn of(number: usize) -> Evening {
        Evening {
            number,
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// A worker that ends by itself: when so many others have ended before it, and the clock has been asked often enough, it
    /// does what `last` says.
    pub(crate) fn end(&self, actor: &mut Actor, before: usize, last: impl FnOnce(&mut Actor)) {
        let is_next = |state: &State| state.told >= before && state.looks >= LOOKS * (before + 1);
        let mut state = self.wait_until(is_next);
        state.told += 1;
        drop(state);
        last(actor);
        self.state().ended += 1;
        self.changed.notify_all();
    }

    /// A clock with time left, however often it is asked.
    pub(crate) fn without_end(self: Arc<Evening>) -> impl FnMut() -> bool {
        move || {
            self.look();
            true
        }
    }

    /// A clock on which the time is up when all who end by themselves have ended, and been given a moment.
    pub(crate) fn until_they_end(self: Arc<Evening>) -> impl FnMut() -> bool {
        let mut rest = REST;
        move || {
            self.look();
            if self.state().ended >= self.number {
                rest -= 1;
            }
            rest > 0
        }
    }

    /// How often the clock was asked.
    pub(crate) fn looks(&self) -> usize {
        self.state().looks
    }

    /// How often the clock was asked since all who end by themselves have ended.
    pub(crate) fn looks_at_the_end(&self) -> usize {
        self.state().rest
    }

    /// Whether somebody is at the clock now.
    pub(crate) fn is_asked(&self) -> bool {
        self.state().asked
    }

    /// One look at the clock. The last one before a worker ends goes on until it has ended: how long that takes must not
    /// decide anything.
    fn look(&self) {
        self.state().asked = true;
        // Whoever asks leaves the core to others.
        thread::park_timeout(Duration::from_millis(1));
        let looks = {
            let mut state = self.state();
            state.looks += 1;
            state.rest += usize::from(state.ended >= self.number);
            state.looks
        };
        self.changed.notify_all();
        let ends = looks / LOOKS;
        if looks.is_multiple_of(LOOKS) && ends <= self.number {
            drop(self.wait_until(|state| state.ended >= ends));
        }
        self.state().asked = false;
    }

    fn wait_until(&self, happened: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let waits = |state: &mut State| !happened(state) && !state.given_up;
        let (mut state, waited) = self
            .changed
            .wait_timeout_while(self.state(), half_patience(), waits)
            .unwrap_or_else(PoisonError::into_inner);
        state.given_up |= waited.timed_out();
        self.changed.notify_all();
        state
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
