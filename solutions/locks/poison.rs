//! # Poison: a cook faints with the till open
//!
//! The restaurant has two tills, at the bar and in the dining room. Moving money means: take it out of one, have the
//! amount confirmed, put it into the other. One day the confirming cook faints in the middle. The money is out of the
//! first till and not in the second. The next cook must not be told that all is well, and must not be sent home for ever
//! either.

use std::sync::{Mutex, MutexGuard};

/// Two tills. The sum of both never changes.
pub struct Tills {
    /// The lock protects the tills and the note about money on its way.
    money: Mutex<Money>,
}

struct Money {
    bar: u64,
    dining_room: u64,
    /// Out of the bar's till and not yet in the other one. Zero, except inside `shift`.
    on_its_way: u64,
}

impl Tills {
    /// Tills with so much money in each.
    pub fn new(bar: u64, dining_room: u64) -> Tills {
        Tills {
            money: Mutex::new(Money {
                bar,
                dining_room,
                on_its_way: 0,
            }),
        }
    }

    /// What is in the bar's till and in the dining room's.
    pub fn balance(&self) -> (u64, u64) {
        let money = self.lock();
        (money.bar, money.dining_room)
    }

    /// Moves `amount` from the bar to the dining room, if the bar has it, and `confirm` does not panic.
    pub fn shift(&self, amount: u64, confirm: impl FnOnce()) -> bool {
        let mut money = self.lock();
        if money.bar < amount {
            return false;
        }
        money.bar -= amount;
        money.on_its_way = amount;
        confirm();
        money.on_its_way = 0;
        money.dining_room += amount;
        true
    }

    /// The tills, mended if the last one who had them fainted.
    fn lock(&self) -> MutexGuard<'_, Money> {
        self.money.lock().unwrap_or_else(|poisoned| {
            // The decisive lines: the error carries the guard. First mend what is half done, then say that it is mended.
            let mut money = poisoned.into_inner();
            money.bar += money.on_its_way;
            money.on_its_way = 0;
            self.money.clear_poison();
            money
        })
    }
}

// Wrong turns
// - `unwrap` on every lock: one faint and nobody ever works again (wrong/unwraps.rs).
// - `into_inner` and nothing else: the money that was on its way is gone (wrong/ignores_the_damage.rs).
// - catching the panic and keeping quiet: the caller believes that all went well (wrong/swallows_the_panic.rs).
// - letting go of the lock to confirm: somebody else spends the same money meanwhile (wrong/confirms_unlocked.rs).
