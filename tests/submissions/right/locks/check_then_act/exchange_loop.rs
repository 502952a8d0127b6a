//! Compare and exchange by hand, as a C++ programmer writes it.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
pub struct CashBox {
    cash: AtomicU64,
}

impl CashBox {
    pub fn new(cash: u64) -> CashBox {
        CashBox {
            cash: AtomicU64::new(cash),
        }
    }
    pub fn cash(&self) -> u64 {
        self.cash.load(SeqCst)
    }
    pub fn put(&self, amount: u64) -> u64 {
        self.cash.fetch_add(amount, SeqCst) + amount
    }
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        let mut cash = self.cash.load(SeqCst);
        loop {
            if cash < amount {
                return Err(cash);
            }
            let left = cash - amount;
            match self.cash.compare_exchange(cash, left, SeqCst, SeqCst) {
                Ok(_) => return Ok(left),
                Err(now) => cash = now,
            }
        }
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let mut cash = self.cash.load(SeqCst);
        loop {
            let taken = cash.min(amount);
            match self
                .cash
                .compare_exchange(cash, cash - taken, SeqCst, SeqCst)
            {
                Ok(_) => return taken,
                Err(now) => cash = now,
            }
        }
    }
}
