//! verdict: wrong_result
//! Goes on with the money gone.

use std::sync::{Mutex, PoisonError};

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
        *self.money.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn shift(&self, amount: u64, confirm: impl FnOnce()) -> bool {
        let mut money = self.money.lock().unwrap_or_else(PoisonError::into_inner);
        if money.0 < amount {
            return false;
        }
        money.0 -= amount;
        confirm();
        money.1 += amount;
        true
    }
}
