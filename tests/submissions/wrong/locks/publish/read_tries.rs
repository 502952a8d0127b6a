//! verdict: race
//! Takes a lock that is busy for a sign that says "closed".

use std::sync::Mutex;

#[derive(Default)]
pub struct Board(Mutex<Option<(u64, u64)>>);

impl Board {
    pub fn new() -> Board {
        Board::default()
    }

    pub fn publish(&self, dish: u64, price: u64) {
        *self.0.lock().unwrap() = Some((dish, price));
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        *self.0.try_lock().ok()?
    }
}
