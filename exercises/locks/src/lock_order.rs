//! # Lock order: the kitchens settle their accounts
//!
//! Several kitchens lend each other flour and pay for it: money goes from one account to another. Each account has a
//! lock of its own, so that kitchens that have nothing to do with each other need not wait for each other. A transfer
//! needs two accounts at once. And on a busy evening kitchen 0 pays kitchen 1 while kitchen 1 pays kitchen 0: each
//! holds its own account and waits for the other's, for ever.
//!
//! **In Python** `with lock_a: with lock_b:` deadlocks in just this way, and the program stands still without a word.
//! Rust does not prevent it either: a deadlock is no data race. It is a question of the order in which you lock.
//!
//! **Your task**
//! 1. `transfer`: moves the amount if it is covered, and says whether it was. While both accounts are locked it calls
//!    `slip` once, to write the slip; it does not call it when the money is refused.
//! 2. Transfers both ways at the same time come to an end. A kitchen may also pay itself.
//! 3. `total`: the money in all accounts. Every transfer that is under way is in it exactly once, so the total never
//!    changes.
//! 4. Transfers between different kitchens can be under way at the same time.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

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
        // TODO 1: lock both accounts, decide, write the slip, move the money.
        // TODO 2: what if another thread transfers the other way?
        let _ = (&self.accounts, slip);
        todo!("transfer {amount} from {from} to {to}")
    }

    /// The money in all accounts together, at one moment.
    pub fn total(&self) -> u64 {
        // TODO 3: no transfer may come in between.
        todo!("add up all accounts")
    }

    /// What one kitchen has.
    ///
    /// # Panics
    ///
    /// When there is no kitchen of that number.
    pub fn balance(&self, kitchen: usize) -> u64 {
        // TODO 1
        todo!("look into the account of kitchen {kitchen}")
    }
}
