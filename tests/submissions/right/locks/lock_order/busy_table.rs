//! One short lock over a table of who is busy, and a condition variable to wait for two at once.

use std::sync::{Condvar, Mutex};

struct Account {
    balance: u64,
    busy: bool,
}

pub struct Bank {
    accounts: Mutex<Vec<Account>>,
    free: Condvar,
}

impl Bank {
    pub fn new(balances: Vec<u64>) -> Bank {
        let accounts = balances.into_iter().map(|balance| Account {
            balance,
            busy: false,
        });
        Bank {
            accounts: Mutex::new(accounts.collect()),
            free: Condvar::new(),
        }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64, slip: impl FnOnce()) -> bool {
        let accounts = self.accounts.lock().unwrap();
        let mut accounts = self
            .free
            .wait_while(accounts, |accounts| {
                accounts[from].busy || accounts[to].busy
            })
            .unwrap();
        if accounts[from].balance < amount {
            return false;
        }
        accounts[from].busy = true;
        accounts[to].busy = true;
        drop(accounts);
        slip();
        let mut accounts = self.accounts.lock().unwrap();
        accounts[from].balance -= amount;
        accounts[to].balance += amount;
        accounts[from].busy = false;
        accounts[to].busy = false;
        self.free.notify_all();
        true
    }

    pub fn total(&self) -> u64 {
        let accounts = self.accounts.lock().unwrap();
        accounts.iter().map(|account| account.balance).sum()
    }

    pub fn balance(&self, kitchen: usize) -> u64 {
        self.accounts.lock().unwrap()[kitchen].balance
    }
}
