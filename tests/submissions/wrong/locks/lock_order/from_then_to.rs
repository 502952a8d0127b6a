//! verdict: deadlock
//! Locks in the order in which the money goes.

use std::sync::Mutex;
pub struct Bank {
    accounts: Vec<Mutex<u64>>,
}

impl Bank {
    pub fn new(balances: Vec<u64>) -> Bank {
        Bank {
            accounts: balances.into_iter().map(Mutex::new).collect(),
        }
    }
    pub fn transfer(&self, from: usize, to: usize, amount: u64, slip: impl FnOnce()) -> bool {
        if from == to {
            let account = self.accounts[from].lock().unwrap();
            let covered = *account >= amount;
            if covered {
                slip();
            }
            return covered;
        }
        let mut payer = self.accounts[from].lock().unwrap();
        let mut payee = self.accounts[to].lock().unwrap();
        if *payer < amount {
            return false;
        }
        slip();
        *payer -= amount;
        *payee += amount;
        true
    }
    pub fn total(&self) -> u64 {
        let accounts: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        accounts.iter().map(|account| **account).sum()
    }
    pub fn balance(&self, kitchen: usize) -> u64 {
        *self.accounts[kitchen].lock().unwrap()
    }
}
