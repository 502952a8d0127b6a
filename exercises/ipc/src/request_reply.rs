//! # Request and reply: everybody gets what they ordered
//!
//! One kitchen cooks for many guests. A guest orders a dish and gets a ticket at once. With the ticket the guest waits for
//! the dish, now or later, and gets this dish and no other. Some guests order and walk away without their dish: that is
//! their affair, and must not stop the kitchen. In the evening, when the last guest has gone, the kitchen closes.
//!
//! **In Python** each request carries something to answer on: a `queue.Queue(1)`, a `Future`, one end of a `Pipe()`. With
//! one answer queue for all, guests get each other's dishes. It is the same in Rust; and here a channel's two ends also
//! tell each other when one of them has gone.
//!
//! **Your task**
//! 1. `open`: a thread that cooks the dishes in the order in which they are ordered, one after the other.
//! 2. `order`: hands the order in, and gives the ticket without waiting for the kitchen. `wait`: gives the dish of this
//!    ticket.
//! 3. A ticket may be thrown away. Its dish is cooked all the same, and the kitchen goes on.
//! 4. `close`: waits until all guests have gone, lets the kitchen cook what was ordered, waits for its end, and returns how
//!    many dishes it has cooked. Nobody looks again and again.
//! 5. If `cook` panics, the kitchen is dead. Whoever waits, or orders later, gets `None` and does not wait for ever.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

/// A kitchen at work.
pub struct Kitchen {
    /// The thread, which gives back how many dishes it has cooked.
    thread: JoinHandle<usize>,
    /// Where orders are handed in; each guest gets a clone.
    orders: Sender<Order>,
}

/// What the kitchen must know to cook a dish, and to give it to the right guest.
struct Order {
    /// What to cook.
    dish: u32,
    // TODO 2: how does the dish find its ticket?
}

/// Somebody who orders.
pub struct Guest {
    /// Where orders are handed in.
    orders: Sender<Order>,
}

/// The right to one dish.
pub struct Ticket {
    // TODO 2: what does the guest wait for?
}

impl Kitchen {
    /// Opens a kitchen. `cook` makes what was ordered.
    pub fn open(cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        // TODO 1: a thread that takes orders until no more can come.
        let _ = (cook, |order: Order| order.dish);
        todo!("open the kitchen")
    }

    /// One more guest.
    pub fn guest(&self) -> Guest {
        Guest {
            orders: self.orders.clone(),
        }
    }

    /// Closes when all guests have gone. Returns how many dishes were cooked.
    pub fn close(self) -> usize {
        // TODO 4: what keeps the kitchen's thread from ending?
        let _ = self.thread;
        todo!("wait for the guests and for the kitchen")
    }
}

impl Guest {
    /// Orders a dish. Does not wait for the kitchen.
    pub fn order(&self, dish: u32) -> Ticket {
        // TODO 2
        // TODO 5: what if the kitchen is dead?
        let _ = &self.orders;
        todo!("order dish {dish}")
    }
}

impl Ticket {
    /// Waits for the dish of this ticket. `None` when the kitchen has died before it was cooked.
    pub fn wait(self) -> Option<u32> {
        // TODO 2
        todo!("wait for the dish")
    }
}
