//! # Lock order: the kitchens settle their accounts
//!
//! Several kitchens lend each other flour and pay for it: money goes from one account to another. Each account has a
//! lock of its own, so that kitchens that have nothing to do with each other need not wait for each other. A transfer
//! needs two accounts at once. And on a busy evening kitchen 0 pays kitchen 1 while kitchen 1 pays kitchen 0: each
//! holds its own account and waits for the other's, for ever.

use std::sync::Mutex;

/// The accounts of several kitchens, shared by threads. Money moves between them, and none is made or lost.
pub struct Bank {
    /// What each kitchen has. Each lock protects one account.
    accounts: Vec<Mutex<u64>>,
}

impl Bank {
    /// A bank where kitchen 0 has the first of the balances, kitchen 1 the second, and so on.
    pub fn new(balances: Vec<u64>) -> Bank {
        Bank {
            accounts: balances.into_iter().map(Mutex::new).collect(),
        }
    }

    /// Moves `amount` from one kitchen's account to another's if it is covered, and says whether it was. Calls `slip`
    /// while both accounts are locked, and only for a transfer that is made.
    ///
    /// # Panics
    ///
    /// When there is no kitchen of that number.
    pub fn transfer(&self, from: usize, to: usize, amount: u64, slip: impl FnOnce()) -> bool {
        if from == to {
            // A second lock on the same account would wait for this thread itself.
            let account = self.accounts[from].lock().unwrap();
            let covered = *account >= amount;
            if covered {
                slip();
            }
            return covered;
        }
        // The decisive lines: every thread locks the smaller number first. Who waits for an account holds only smaller
        // ones, so the waiting never closes to a circle. In the order `from`, `to` it can.
        let first = self.accounts[from.min(to)].lock().unwrap();
        let second = self.accounts[from.max(to)].lock().unwrap();
        let (mut payer, mut payee) = if from < to {
            (first, second)
        } else {
            (second, first)
        };
        if *payer < amount {
            return false;
        }
        slip();
        *payer -= amount;
        *payee += amount;
        true
    }

    /// The money in all accounts together, at one moment.
    pub fn total(&self) -> u64 {
        // All locks at once, in the same order. One after the other would count money twice that moves meanwhile.
        let accounts: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        accounts.iter().map(|account| **account).sum()
    }

    /// What one kitchen has.
    ///
    /// # Panics
    ///
    /// When there is no kitchen of that number.
    pub fn balance(&self, kitchen: usize) -> u64 {
        *self.accounts[kitchen].lock().unwrap()
    }
}

// Wrong turns
// - lock `from`, then `to`: two transfers both ways wait for each other (wrong/from_then_to.rs).
// - no case for `from == to`: the thread waits for itself (wrong/forgets_itself.rs).
// - one lock for the whole bank: right, and only one transfer at a time (wrong/global_lock.rs is serial).
// - never two locks at once: then the total is short of the money that is under way (wrong/one_lock_at_a_time.rs).
// - `try_lock`, let go and try again: both can do so in step for ever (wrong/tries_again.rs).
