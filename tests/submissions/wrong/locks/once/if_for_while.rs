//! verdict: race
//! Sleeps while another caller makes the value, and looks only once.

use std::sync::{Arc, Condvar, Mutex};

pub struct Once<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    making: bool,
    value: Option<Arc<T>>,
}

struct Making<'a, T>(&'a Once<T>);

impl<T> Drop for Making<'_, T> {
    fn drop(&mut self) {
        self.0.state.lock().unwrap().making = false;
        self.0.changed.notify_all();
    }
}

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once {
            state: Mutex::new(State {
                making: false,
                value: None,
            }),
            changed: Condvar::new(),
        }
    }

    pub fn get(&self) -> Option<Arc<T>> {
        self.state.lock().unwrap().value.clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        let mut state = self.state.lock().unwrap();
        if state.making {
            state = self.changed.wait(state).unwrap();
        }
        if let Some(value) = &state.value {
            return Arc::clone(value);
        }
        state.making = true;
        drop(state);
        let making = Making(self);
        let value = Arc::new(init());
        self.state.lock().unwrap().value = Some(Arc::clone(&value));
        drop(making);
        value
    }
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once::new()
    }
}
