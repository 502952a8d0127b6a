//! Any order will do if it is the same everywhere: the largest number first.

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
        let mut numbers = vec![from, to];
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        numbers.dedup();
        let mut locked: Vec<_> = numbers
            .iter()
            .map(|&number| self.accounts[number].lock().unwrap())
            .collect();
        let at = |number| numbers.iter().position(|&n| n == number).unwrap();
        if *locked[at(from)] < amount {
            return false;
        }
        slip();
        *locked[at(from)] -= amount;
        *locked[at(to)] += amount;
        true
    }
    pub fn total(&self) -> u64 {
        let accounts: Vec<_> = self
            .accounts
            .iter()
            .rev()
            .map(|a| a.lock().unwrap())
            .collect();
        accounts.iter().map(|account| **account).sum()
    }
    pub fn balance(&self, kitchen: usize) -> u64 {
        *self.accounts[kitchen].lock().unwrap()
    }
}
