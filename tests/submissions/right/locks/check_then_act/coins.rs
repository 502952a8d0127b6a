//! Coins in a vector; the decision looks at how many there are.

use std::sync::Mutex;
pub struct CashBox {
    cash: Mutex<Vec<()>>,
}

impl CashBox {
    pub fn new(cash: u64) -> CashBox {
        CashBox {
            cash: Mutex::new(vec![(); cash as usize]),
        }
    }
    pub fn cash(&self) -> u64 {
        self.cash.lock().unwrap().len() as u64
    }
    pub fn put(&self, amount: u64) -> u64 {
        let mut coins = self.cash.lock().unwrap();
        let many = coins.len() + amount as usize;
        coins.resize(many, ());
        many as u64
    }
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        let mut coins = self.cash.lock().unwrap();
        match coins.len().checked_sub(amount as usize) {
            Some(left) => {
                coins.truncate(left);
                Ok(left as u64)
            }
            None => Err(coins.len() as u64),
        }
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let mut coins = self.cash.lock().unwrap();
        let left = coins.len().saturating_sub(amount as usize);
        coins.drain(left..).count() as u64
    }
}
