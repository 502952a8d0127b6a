//! One mutex, one condition variable, everything in one place, and all are woken by everything.

use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

pub struct Gil {
    state: Mutex<State>,
    changed: Condvar,
    interval: Duration,
}

#[derive(Default)]
struct State {
    held: bool,
    asked: bool,
    turn: u64,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn new(interval: Duration) -> Gil {
        Gil {
            state: Mutex::new(State::default()),
            changed: Condvar::new(),
            interval,
        }
    }

    pub fn take(&self) -> GilGuard<'_> {
        self.acquire(self.state.lock().unwrap());
        GilGuard { gil: self }
    }

    fn acquire(&self, mut state: MutexGuard<'_, State>) {
        loop {
            let turn = state.turn;
            let (now, waited) = self
                .changed
                .wait_timeout_while(state, self.interval, |state| {
                    state.held && state.turn == turn
                })
                .unwrap();
            state = now;
            if !state.held {
                break;
            }
            state.asked |= waited.timed_out();
        }
        state.held = true;
        state.asked = false;
        state.turn += 1;
        self.changed.notify_all();
    }

    pub fn drop_requested(&self) -> bool {
        self.state.lock().unwrap().asked
    }
}

impl GilGuard<'_> {
    pub fn eval_breaker(&mut self) -> bool {
        let mut state = self.gil.state.lock().unwrap();
        if !state.asked {
            return false;
        }
        state.held = false;
        self.gil.changed.notify_all();
        let turn = state.turn;
        while state.turn == turn {
            state = self.gil.changed.wait(state).unwrap();
        }
        self.gil.acquire(state);
        true
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        self.gil.state.lock().unwrap().held = false;
        self.gil.changed.notify_all();
    }
}
