//! verdict: wrong_result
//! Panics because somebody else has panicked.

use std::sync::Mutex;

pub struct Tills {
    money: Mutex<(u64, u64)>,
}

impl Tills {
    pub fn new(bar: u64, dining_room: u64) -> Tills {
        Tills {
            money: Mutex::new((bar, dining_room)),
        }
    }

    pub fn balance(&self) -> (u64, u64) {
        *self.money.lock().unwrap()
    }

    pub fn shift(&self, amount: u64, confirm: impl FnOnce()) -> bool {
        let mut money = self.money.lock().unwrap();
        if money.0 < amount {
            return false;
        }
        money.0 -= amount;
        confirm();
        money.1 += amount;
        true
    }
}
