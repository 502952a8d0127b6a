//! # Process queue: one rail of orders, many kitchens
//!
//! A catering firm has more orders than one kitchen can cook. It hangs all orders on one rail. Kitchens come to the
//! hatch, each a program of its own; each gets an order, cooks it, brings the dish back, and gets the next one, until the
//! rail is empty. A slow kitchen holds up its own order and no other.
//!
//! **In Python** this is a `multiprocessing.managers.BaseManager` that serves a `Queue`. Behind it stands what you build
//! here: a local socket, a thread for each worker that has connected, and a queue that they share.
//!
//! **Your task**
//! 1. `Rail`: hands out every order once, in turn, and keeps the dishes in the order of the list.
//! 2. `serve`: lets exactly `workers` workers in, each served by a thread of its own: sends an order, waits for the dish,
//!    sends the next one. Orders and dishes are lines of text, taken as they are; a line may be empty. When no order is
//!    left, also for a worker that got none, it closes the connection. Returns when all have gone, with all dishes.
//! 3. `work`: connects, cooks order after order, and returns how many there were when the connection ends.
//!
//! Kitchens of this exercise do not fail. What to do with the order of one that dies is the question of `map_reduce`.
//!
//! **Leave alone:** `open`, the signatures, and the folder `tests/`. The fields of `Rail` are yours.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, Listener, ListenerOptions};
use std::io;

/// Opens the hatch: from now on workers can connect by this name, on this machine.
///
/// # Errors
///
/// When the name is taken, or is none.
pub fn open(name: &str) -> io::Result<Listener> {
    let name = name.to_ns_name::<GenericNamespaced>()?;
    ListenerOptions::new().name(name).create_sync()
}

/// All orders, and the dishes that have come back. Shared by the threads that serve.
pub struct Rail {
    /// The orders, in the order of the list.
    orders: Vec<String>,
}

impl Rail {
    /// A rail on which nothing has been taken yet.
    pub fn new(orders: Vec<String>) -> Rail {
        Rail { orders }
    }

    /// The next order that nobody has, with its number in the list; `None` when all have been handed out.
    pub fn take(&self) -> Option<(usize, String)> {
        // TODO 1: several threads take at once.
        todo!("hand out one of {} orders", self.orders.len())
    }

    /// The dish of the order of that number.
    pub fn done(&self, number: usize, dish: String) {
        // TODO 1: where does it wait for the others?
        todo!("keep the dish {dish} of order {number}")
    }

    /// All dishes, in the order of the list. Called when every order is done.
    pub fn dishes(self) -> Vec<String> {
        // TODO 1: in which order did they come?
        todo!("give back {} dishes", self.orders.len())
    }
}

/// Serves `workers` workers until all orders are done, and returns the dishes in the order of the list.
///
/// # Errors
///
/// When a connection fails.
pub fn serve(listener: &Listener, orders: Vec<String>, workers: usize) -> io::Result<Vec<String>> {
    // TODO 2: a thread for each worker, one rail for all.
    let _ = listener;
    todo!("hand out {} orders to {workers} workers", orders.len())
}

/// Connects to the hatch of that name and cooks until it closes. Returns how many orders that were.
///
/// # Errors
///
/// When nobody listens, or the connection fails in the middle of an order.
pub fn work(name: &str, cook: impl FnMut(&str) -> String) -> io::Result<usize> {
    // TODO 3: a line comes, a line goes.
    let _ = cook;
    todo!("cook what comes through {name}")
}
