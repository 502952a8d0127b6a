//! The decision is a function that is tried until nobody was faster.

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
        self.cash
            .fetch_update(SeqCst, SeqCst, |cash| cash.checked_sub(amount))
            .map(|before| before - amount)
    }
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let before = self
            .cash
            .fetch_update(SeqCst, SeqCst, |cash| Some(cash.saturating_sub(amount)));
        before.unwrap().min(amount)
    }
}
