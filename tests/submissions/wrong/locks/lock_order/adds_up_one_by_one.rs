//! verdict: race
//! Looks into one account after the other while money moves between them.

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
    pub fn total(&self) -> u64 {
        self.accounts
            .iter()
            .map(|account| *account.lock().unwrap())
            .sum()
    }
    pub fn balance(&self, kitchen: usize) -> u64 {
        *self.accounts[kitchen].lock().unwrap()
    }
}
