//! verdict: wrong_result
//! The caller is not told that the cook has fainted.

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
        let confirmed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(confirm));
        if confirmed.is_ok() {
            money.0 -= amount;
            money.1 += amount;
        }
        confirmed.is_ok()
    }
}
