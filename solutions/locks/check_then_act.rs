//! # Check, then act: the cash box
//!
//! The kitchen has a cash box. Who goes to the market takes money out, who comes back puts the change in. Nobody may
//! take more than there is: the box gives no credit. Two cooks look inside, both see ten coins, and both take seven.
//! What the first one saw was true when it looked, and no longer when it took.

use std::sync::Mutex;

/// A box of coins, shared by threads. It is never overdrawn.
pub struct CashBox {
    /// How many coins are inside. The lock protects the number, and every decision that is made from it.
    cash: Mutex<u64>,
}

impl CashBox {
    /// A box with so many coins inside.
    pub fn new(cash: u64) -> CashBox {
        CashBox {
            cash: Mutex::new(cash),
        }
    }

    /// How many coins are inside.
    pub fn cash(&self) -> u64 {
        *self.cash.lock().unwrap()
    }

    /// Puts coins in. Answers how many are inside then.
    pub fn put(&self, amount: u64) -> u64 {
        let mut cash = self.cash.lock().unwrap();
        *cash += amount;
        *cash
    }

    /// Takes coins out if there are enough: `Ok` with how many are left. If there are not, takes none: `Err` with how
    /// many there were.
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        let mut cash = self.cash.lock().unwrap();
        // The decisive line: this `if` is true for as long as the guard lives, and no longer. `self.cash() < amount`
        // would ask under a lock of its own, and know only what was.
        if *cash < amount {
            return Err(*cash);
        }
        *cash -= amount;
        // The same guard answers. A new look could count another thread's coins.
        Ok(*cash)
    }

    /// Takes so many coins out, or all if there are fewer. Answers how many it took.
    pub fn take_up_to(&self, amount: u64) -> u64 {
        let mut cash = self.cash.lock().unwrap();
        let taken = amount.min(*cash);
        *cash -= taken;
        taken
    }
}

// Wrong turns
// - one lock to check, another to take: two cooks see the same coins (wrong/two_locks.rs).
// - an atomic load, then `fetch_sub`: the sum wraps below zero (wrong/load_then_sub.rs).
// - take first, put back if it was too much: somebody else is refused coins that are there
//   (wrong/take_and_put_back.rs).
// - decide under the lock, look again to answer: the answer is of another moment (wrong/answers_later.rs).
// - a read lock to check, kept while waiting for the write lock (wrong/read_then_write.rs waits for itself).
