//! A lock with readers: who only looks shares it, who decides does not.

use std::sync::RwLock;
pub struct CashBox {
    cash: RwLock<u64>,
}

impl CashBox {
    pub fn new(cash: u64) -> CashBox {
        CashBox {
            cash: RwLock::new(cash),
        }
    }
    pub fn cash(&self) -> u64 {
        *self.cash.read().unwrap()
    }
    pub fn put(&self, amount: u64) -> u64 {
        let mut cash = self.cash.write().unwrap();
        *cash += amount;
        *cash
    }
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        let mut cash = self.cash.write().unwrap();
        if *cash < amount {
            return Err(*cash);
        }
        *cash -= amount;
        Ok(*cash)
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let mut cash = self.cash.write().unwrap();
        let taken = amount.min(*cash);
        *cash -= taken;
        taken
    }
}
