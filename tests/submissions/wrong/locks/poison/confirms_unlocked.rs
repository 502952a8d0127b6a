//! verdict: race
//! Lets go of the lock to confirm: the same money is moved twice.

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
        if self.balance().0 < amount {
            return false;
        }
        confirm();
        let mut money = self.money.lock().unwrap_or_else(PoisonError::into_inner);
        money.0 = money.0.wrapping_sub(amount);
        money.1 += amount;
        true
    }
}
