//! A guard that puts the money back when it is dropped before the end.

use std::sync::{Mutex, MutexGuard, PoisonError};

struct Money {
    bar: u64,
    dining_room: u64,
}

pub struct Tills {
    money: Mutex<Money>,
}

struct OnItsWay<'a> {
    money: MutexGuard<'a, Money>,
    amount: u64,
}

impl OnItsWay<'_> {
    fn arrive(mut self) {
        self.money.dining_room += self.amount;
        self.amount = 0;
    }
}

impl Drop for OnItsWay<'_> {
    fn drop(&mut self) {
        self.money.bar += self.amount;
    }
}

impl Tills {
    pub fn new(bar: u64, dining_room: u64) -> Tills {
        Tills {
            money: Mutex::new(Money { bar, dining_room }),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Money> {
        self.money.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn balance(&self) -> (u64, u64) {
        let money = self.lock();
        (money.bar, money.dining_room)
    }

    pub fn shift(&self, amount: u64, confirm: impl FnOnce()) -> bool {
        let mut money = self.lock();
        if money.bar < amount {
            return false;
        }
        money.bar -= amount;
        let on_its_way = OnItsWay { money, amount };
        confirm();
        on_its_way.arrive();
        true
    }
}
