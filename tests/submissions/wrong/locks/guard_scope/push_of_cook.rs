//! verdict: serial
//! Locks the counter, then cooks, then serves.

use std::collections::VecDeque;
use std::sync::Mutex;
pub struct Rail {
    state: Mutex<State>,
}
struct State {
    waiting: VecDeque<u32>,
    cooking: usize,
    served: Vec<u64>,
}

impl Rail {
    pub fn new(orders: Vec<u32>) -> Rail {
        Rail {
            state: Mutex::new(State {
                waiting: orders.into(),
                cooking: 0,
                served: Vec::new(),
            }),
        }
    }
    pub fn work(&self, cook: impl Fn(u32) -> u64) {
        loop {
            let mut state = self.state.lock().unwrap();
            let Some(order) = state.waiting.pop_front() else {
                break;
            };
            state.cooking += 1;
            drop(state);
            self.state.lock().unwrap().served.push(cook(order));
            self.state.lock().unwrap().cooking -= 1;
        }
    }
    pub fn progress(&self) -> (usize, usize, usize) {
        let state = self.state.lock().unwrap();
        (state.waiting.len(), state.cooking, state.served.len())
    }
    pub fn served(&self) -> Vec<u64> {
        self.state.lock().unwrap().served.clone()
    }
}
