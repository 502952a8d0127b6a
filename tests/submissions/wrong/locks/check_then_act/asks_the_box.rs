//! verdict: race
//! Calls its own method, which locks and lets go.

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
        *self.cash.lock().unwrap()
    }
    pub fn put(&self, amount: u64) -> u64 {
        let mut cash = self.cash.lock().unwrap();
        *cash += amount;
        *cash
    }
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        let cash = self.cash();
        if cash < amount {
            return Err(cash);
        }
        *self.cash.lock().unwrap() = cash - amount;
        Ok(cash - amount)
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let mut cash = self.cash.lock().unwrap();
        let taken = amount.min(*cash);
        *cash -= taken;
        taken
    }
}
