//! verdict: race
//! Takes at once and puts it back if it was too much: for a moment the box is overdrawn.

use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
pub struct CashBox {
    cash: AtomicI64,
}

impl CashBox {
    pub fn new(cash: u64) -> CashBox {
        CashBox {
            cash: AtomicI64::new(cash as i64),
        }
    }
    pub fn cash(&self) -> u64 {
        self.cash.load(SeqCst).max(0) as u64
    }
    pub fn put(&self, amount: u64) -> u64 {
        self.cash.fetch_add(amount as i64, SeqCst) as u64 + amount
    }
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        let left = self.cash.fetch_sub(amount as i64, SeqCst) - amount as i64;
        if left < 0 {
            self.cash.fetch_add(amount as i64, SeqCst);
            return Err((left + amount as i64).max(0) as u64);
        }
        Ok(left as u64)
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let before = self
            .cash
            .fetch_update(SeqCst, SeqCst, |cash| Some((cash - amount as i64).max(0)));
        amount.min(before.unwrap() as u64)
    }
}
