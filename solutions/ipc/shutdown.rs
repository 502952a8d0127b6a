//! # Shutdown: the last hour of the evening
//!
//! The kitchen closes. From now on waiters who hand in an order get it back: too late. But what was taken before will be
//! cooked, all of it: the guest was told so. When the last plate is done the cooks go home, and the boss gets the list of
//! what was cooked. The waiters are still around; the kitchen does not wait for them.

use crossbeam::channel::{Sender, unbounded};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// The sender of the only channel, until the kitchen closes. The lock makes "is it open?" and "hand it in" one step.
type Hatch = Arc<Mutex<Option<Sender<u32>>>>;

/// A kitchen at work.
pub struct Kitchen {
    /// The cooks, who give back what they have cooked.
    cooks: Vec<JoinHandle<Vec<u32>>>,
    /// Where orders are handed in.
    hatch: Hatch,
}

/// Somebody who hands in orders.
pub struct Waiter {
    /// Where orders are handed in. Not a sender of its own: that would hold the channel open.
    hatch: Hatch,
}

impl Kitchen {
    /// Starts so many cooks, at least one. `cook` makes a plate of an order.
    pub fn open(cooks: usize, cook: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Kitchen {
        let cook = Arc::new(cook);
        let (sender, orders) = unbounded::<u32>();
        let cooks = (0..cooks)
            .map(|_| {
                let (cook, orders) = (Arc::clone(&cook), orders.clone());
                thread::spawn(move || orders.iter().map(|order| cook(order)).collect())
            })
            .collect();
        let hatch = Arc::new(Mutex::new(Some(sender)));
        Kitchen { cooks, hatch }
    }

    /// One more waiter.
    pub fn waiter(&self) -> Waiter {
        Waiter {
            hatch: Arc::clone(&self.hatch),
        }
    }

    /// Refuses new orders, lets the cooks finish, and returns all plates.
    ///
    /// # Panics
    ///
    /// When `cook` has panicked.
    pub fn close(self) -> Vec<u32> {
        // The decisive line: the only sender goes away. Cooks get what is still in the channel, and then the end; the end
        // wakes those who sleep. A flag would do neither.
        drop(self.hatch.lock().unwrap().take());
        self.cooks
            .into_iter()
            .flat_map(|cook| cook.join().expect("no cook panics"))
            .collect()
    }
}

impl Waiter {
    /// Hands in an order. Does not wait.
    ///
    /// # Errors
    ///
    /// When the kitchen is closed: the order comes back.
    pub fn order(&self, order: u32) -> Result<(), u32> {
        match &*self.hatch.lock().unwrap() {
            // Sent under the lock, which costs little, since sending into this channel never waits.
            Some(orders) => orders.send(order).map_err(|refused| refused.0),
            None => Err(order),
        }
    }
}

// Wrong turns
// - a sender for each waiter: the cooks wait until all waiters have gone (wrong/waits_for_the_waiters.rs).
// - looking at a flag, then sending: the kitchen closes in between, and the order is lost (wrong/looks_then_hands_in.rs).
// - a cook who looks at the flag first: what was taken is left uncooked (wrong/leaves_orders_behind.rs).
// - one last order for all cooks: the first one takes it (wrong/one_last_order.rs).
// - no join: the list is read while the last plates are on the stove (wrong/nobody_waits_for_the_cooks.rs).
