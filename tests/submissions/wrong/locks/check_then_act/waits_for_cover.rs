//! verdict: livelock
//! Does not refuse: looks again until somebody puts coins in.

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
        loop {
            let mut cash = self.cash.lock().unwrap();
            if *cash >= amount {
                *cash -= amount;
                return Ok(*cash);
            }
            drop(cash);
            std::thread::yield_now();
        }
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let mut cash = self.cash.lock().unwrap();
        let taken = amount.min(*cash);
        *cash -= taken;
        taken
    }
}
