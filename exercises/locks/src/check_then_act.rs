//! # Check, then act: the cash box
//!
//! The kitchen has a cash box. Who goes to the market takes money out, who comes back puts the change in. Nobody may
//! take more than there is: the box gives no credit. Two cooks look inside, both see ten coins, and both take seven.
//! What the first one saw was true when it looked, and no longer when it took.
//!
//! **In Python** `if box.cash >= amount: box.cash -= amount` has the same gap, and `box.check()` followed by
//! `box.take()` has it too when each of them locks. In Rust the lock owns the cash, so you cannot forget it. But you
//! can let go of it too early: what you learned under the lock is true only until you let go.
//!
//! **Your task**
//! 1. `cash`: how much is inside. `put`: puts coins in, and answers how much is inside then.
//! 2. `take`: takes coins out only if they are covered. The answer belongs to the decision: `Ok` with what is left
//!    after taking, or `Err` with what was inside when it was too little.
//! 3. `take_up_to`: takes as many coins as asked for, or all that there are if they are fewer. It answers how many.
//!
//! A refusal changes nothing, and nobody else can notice it.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::Mutex;

/// A box of coins, shared by threads. It is never overdrawn.
pub struct CashBox {
    /// How many coins are inside. The lock protects the number, and every decision that is made from it.
    cash: Mutex<u64>,
}

impl CashBox {
    /// A box with so many coins inside.
    pub fn new(cash: u64) -> CashBox {
        CashBox {
            cash: Mutex::new(cash),
        }
    }

    /// How many coins are inside.
    pub fn cash(&self) -> u64 {
        // TODO 1
        let _ = &self.cash;
        todo!("look inside")
    }

    /// Puts coins in. Answers how many are inside then.
    pub fn put(&self, amount: u64) -> u64 {
        // TODO 1
        todo!("put {amount} coins in")
    }

    /// Takes coins out if there are enough: `Ok` with how many are left. If there are not, takes none: `Err` with how
    /// many there were.
    pub fn take(&self, amount: u64) -> Result<u64, u64> {
        // TODO 2: the decision, the change and the answer belong together.
        todo!("take {amount} coins out if they are covered")
    }

    /// Takes so many coins out, or all if there are fewer. Answers how many it took.
    pub fn take_up_to(&self, amount: u64) -> u64 {
        // TODO 3
        todo!("take {amount} coins out, or as many as there are")
    }
}
