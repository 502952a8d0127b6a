//! verdict: serial
//! Holds the lock from the first order to the last dish.

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
        let mut state = self.state.lock().unwrap();
        while let Some(order) = state.waiting.pop_front() {
            let dish = cook(order);
            state.served.push(dish);
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
