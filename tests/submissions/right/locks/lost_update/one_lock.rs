//! One lock for the whole desk.

use std::sync::Mutex;

#[derive(Default)]
struct State {
    last_number: u64,
    largest: u64,
    turn: usize,
}

pub struct OrderDesk {
    state: Mutex<State>,
    cooks: usize,
}

impl OrderDesk {
    pub fn new(cooks: usize) -> OrderDesk {
        OrderDesk {
            state: Mutex::default(),
            cooks,
        }
    }

    pub fn number(&self) -> u64 {
        let mut state = self.state.lock().unwrap();
        state.last_number += 1;
        state.last_number
    }

    pub fn note_size(&self, plates: u64) {
        let mut state = self.state.lock().unwrap();
        state.largest = state.largest.max(plates);
    }

    pub fn largest(&self) -> u64 {
        self.state.lock().unwrap().largest
    }

    pub fn next_cook(&self) -> usize {
        let mut state = self.state.lock().unwrap();
        let cook = state.turn;
        state.turn = (cook + 1) % self.cooks;
        cook
    }
}
