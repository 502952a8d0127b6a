//! One function locks, and each operation says what it decides.

use std::sync::Mutex;
pub struct CashBox {
    cash: Mutex<u64>,
}

impl CashBox {
    pub fn new(cash: u64) -> CashBox {
        CashBox {
            cash: Mutex::new(cash),
        }
    }
    pub fn cash(&self) -> u64 {
        self.decide(|cash| *cash)
    }
    pub fn put(&self, amount: u64) -> u64 {
        self.decide(|cash| {
            *cash += amount;
            *cash
        })
    }

    fn decide<R>(&self, decision: impl FnOnce(&mut u64) -> R) -> R {
        decision(&mut self.cash.lock().unwrap())
    }
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        self.decide(|cash| {
            *cash = cash.checked_sub(amount).ok_or(*cash)?;
            Ok(*cash)
        })
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        self.decide(|cash| {
            let before = *cash;
            *cash = before.saturating_sub(amount);
            before - *cash
        })
    }
}
