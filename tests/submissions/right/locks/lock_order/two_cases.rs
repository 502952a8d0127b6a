//! Writes both orders down, one in each arm.

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
        use std::cmp::Ordering::{Equal, Greater, Less};
        let accounts = &self.accounts;
        let (mut payer, mut payee) = match from.cmp(&to) {
            Less => {
                let payer = accounts[from].lock().unwrap();
                (payer, accounts[to].lock().unwrap())
            }
            Greater => {
                let payee = accounts[to].lock().unwrap();
                (accounts[from].lock().unwrap(), payee)
            }
            Equal => {
                let account = accounts[from].lock().unwrap();
                return *account >= amount && {
                    slip();
                    true
                };
            }
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
        let accounts: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        accounts.iter().map(|account| **account).sum()
    }
    pub fn balance(&self, kitchen: usize) -> u64 {
        *self.accounts[kitchen].lock().unwrap()
    }
}
