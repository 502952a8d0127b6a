//! verdict: serial
//! One lock for the whole bank.

use std::sync::Mutex;
pub struct Bank {
    accounts: Mutex<Vec<u64>>,
}

impl Bank {
    pub fn new(balances: Vec<u64>) -> Bank {
        Bank {
            accounts: Mutex::new(balances),
        }
    }
    pub fn transfer(&self, from: usize, to: usize, amount: u64, slip: impl FnOnce()) -> bool {
        let mut accounts = self.accounts.lock().unwrap();
        if accounts[from] < amount {
            return false;
        }
        slip();
        accounts[from] -= amount;
        accounts[to] += amount;
        true
    }
    pub fn total(&self) -> u64 {
        self.accounts.lock().unwrap().iter().sum()
    }
    pub fn balance(&self, kitchen: usize) -> u64 {
        self.accounts.lock().unwrap()[kitchen]
    }
}
