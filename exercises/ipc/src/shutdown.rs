//! # Shutdown: the last hour of the evening
//!
//! The kitchen closes. From now on waiters who hand in an order get it back: too late. But what was taken before will be
//! cooked, all of it: the guest was told so. When the last plate is done the cooks go home, and the boss gets the list of
//! what was cooked. The waiters are still around; the kitchen does not wait for them.
//!
//! **In Python** this is `ThreadPoolExecutor.shutdown(wait=True)`: `submit` afterwards raises `RuntimeError`, what was
//! submitted before is run. Inside stands one lock, around "is it closed?" and "put it into the queue" together; a flag
//! beside a queue leaves a gap between the two. In Rust the gap is the same, and just as small.
//!
//! **Your task**
//! 1. `open`: starts the cooks. Each takes the next order, cooks it, takes the next. Who has nothing to do sleeps.
//! 2. `order`: hands in an order and does not wait for a cook. When the kitchen is closed, the order comes back in `Err`.
//! 3. `close`: from now on orders are refused. Whatever was taken is cooked, by all cooks at the same time. When they have
//!    ended, `close` returns all plates of the evening, in any order.
//! 4. An order that was taken is a plate in the list. An order that was refused is not, whoever was faster.
//! 5. When `close` returns, no thread is left, though there are still waiters.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

/// A kitchen at work.
pub struct Kitchen {
    /// The cooks, who give back what they have cooked.
    cooks: Vec<JoinHandle<Vec<u32>>>,
    /// Where orders are handed in.
    orders: Sender<u32>,
}

/// Somebody who hands in orders.
pub struct Waiter {
    /// Where orders are handed in.
    orders: Sender<u32>,
}

impl Kitchen {
    /// Starts so many cooks, at least one. `cook` makes a plate of an order.
    pub fn open(cooks: usize, cook: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Kitchen {
        // TODO 1
        let _ = cook;
        todo!("open with so many cooks: {cooks}")
    }

    /// One more waiter.
    pub fn waiter(&self) -> Waiter {
        // TODO 2: a clone of the sender holds the channel open as long as the waiter lives. Is that what you want?
        Waiter {
            orders: self.orders.clone(),
        }
    }

    /// Refuses new orders, lets the cooks finish, and returns all plates.
    pub fn close(self) -> Vec<u32> {
        // TODO 3: how does a sleeping cook learn that it is over? And one who still has orders to cook?
        let _ = (self.cooks, self.orders);
        todo!("close the kitchen")
    }
}

impl Waiter {
    /// Hands in an order. Does not wait.
    ///
    /// # Errors
    ///
    /// When the kitchen is closed: the order comes back.
    pub fn order(&self, order: u32) -> Result<(), u32> {
        // TODO 2
        // TODO 4: what if the kitchen closes between your look and your next step?
        let _ = &self.orders;
        todo!("hand in order {order}")
    }
}
