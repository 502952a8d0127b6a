//! Three states and a condition variable; who panics puts the state back on the way out.

use std::sync::{Arc, Condvar, Mutex};

enum State<T> {
    Empty,
    Making,
    There(Arc<T>),
}

pub struct Once<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

/// Sets the state when it is dropped, after a panic too.
struct Finish<'a, T> {
    once: &'a Once<T>,
    state: Option<State<T>>,
}

impl<T> Drop for Finish<'_, T> {
    fn drop(&mut self) {
        if let Some(state) = self.state.take() {
            *self.once.state.lock().unwrap() = state;
            self.once.changed.notify_all();
        }
    }
}

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once {
            state: Mutex::new(State::Empty),
            changed: Condvar::new(),
        }
    }

    pub fn get(&self) -> Option<Arc<T>> {
        match &*self.state.lock().unwrap() {
            State::There(value) => Some(Arc::clone(value)),
            _ => None,
        }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        let state = self.state.lock().unwrap();
        let mut state = self
            .changed
            .wait_while(state, |state| matches!(state, State::Making))
            .unwrap();
        if let State::There(value) = &*state {
            return Arc::clone(value);
        }
        *state = State::Making;
        drop(state);
        let mut finish = Finish {
            once: self,
            state: Some(State::Empty),
        };
        let value = Arc::new(init());
        finish.state = Some(State::There(Arc::clone(&value)));
        value
    }
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once::new()
    }
}
