//! Catches the panic, puts the money back, and lets the panic go on.

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
        let confirmed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(confirm));
        match confirmed {
            Ok(()) => money.1 += amount,
            Err(panic) => {
                money.0 += amount;
                drop(money);
                std::panic::resume_unwind(panic);
            }
        }
        true
    }
}
