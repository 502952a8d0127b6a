//! # Request and reply: everybody gets what they ordered
//!
//! One kitchen cooks for many guests. A guest orders a dish and gets a ticket at once. With the ticket the guest waits for
//! the dish, now or later, and gets this dish and no other. Some guests order and walk away without their dish: that is
//! their affair, and must not stop the kitchen. In the evening, when the last guest has gone, the kitchen closes.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

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
    /// The decisive line: the way back travels with the order. No other order has the same, not even one of this guest.
    reply: Sender<u32>,
}

/// Somebody who orders.
pub struct Guest {
    /// Where orders are handed in.
    orders: Sender<Order>,
}

/// The right to one dish.
pub struct Ticket {
    /// Where the dish arrives, or the word that it never will.
    reply: Receiver<u32>,
}

impl Kitchen {
    /// Opens a kitchen. `cook` makes what was ordered.
    pub fn open(mut cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        let (orders, next) = channel::<Order>();
        let thread = thread::spawn(move || {
            let mut cooked = 0;
            for Order { dish, reply } in next {
                let dish = cook(dish);
                cooked += 1;
                // Fails when the ticket was thrown away, which is no concern of the kitchen.
                let _ = reply.send(dish);
            }
            cooked
        });
        Kitchen { thread, orders }
    }

    /// One more guest.
    pub fn guest(&self) -> Guest {
        Guest {
            orders: self.orders.clone(),
        }
    }

    /// Closes when all guests have gone. Returns how many dishes were cooked.
    ///
    /// # Panics
    ///
    /// When `cook` has panicked.
    pub fn close(self) -> usize {
        // The kitchen's own sender counts too: as long as it lives, the thread waits for one more order.
        drop(self.orders);
        self.thread.join().expect("the kitchen is alive")
    }
}

impl Guest {
    /// Orders a dish. Does not wait for the kitchen.
    pub fn order(&self, dish: u32) -> Ticket {
        let (send, reply) = channel();
        // When the kitchen is dead the order comes back in the error and is dropped here, its sender with it: so the
        // ticket already knows.
        let _ = self.orders.send(Order { dish, reply: send });
        Ticket { reply }
    }
}

impl Ticket {
    /// Waits for the dish of this ticket. `None` when the kitchen has died before it was cooked.
    pub fn wait(self) -> Option<u32> {
        self.reply.recv().ok()
    }
}

// Wrong turns
// - one reply channel for all: guests get each other's dishes (wrong/one_reply_channel.rs).
// - one for each guest: the tickets of one guest are mixed up (wrong/reply_channel_of_the_guest.rs).
// - `unwrap` on the reply: a guest who has left brings the kitchen down (wrong/minds_a_guest_who_left.rs).
// - waiting inside `order`: no guest can have two dishes under way (wrong/orders_and_waits.rs).
// - the own sender kept while joining: the kitchen waits for itself (wrong/own_sender_kept.rs).
