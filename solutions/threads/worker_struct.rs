//! # Worker struct: a cook who is a thread
//!
//! A cook has a name, a pile of orders and a shelf of plates. In the morning the cook goes to work, in a thread of its
//! own. In the evening somebody waits for it, and finds the plates on its shelf. Tomorrow it comes again, with
//! everything it had. A cook whom everybody has forgotten still finishes the work before the kitchen is locked.

use std::thread::{Builder, JoinHandle};

/// A cook off duty.
pub struct Cook {
    /// The name of the cook, and of its thread.
    name: String,
    /// Makes a plate of an order.
    recipe: fn(&str) -> String,
    /// What is still to be made, oldest first.
    orders: Vec<String>,
    /// What has been made, oldest first.
    plates: Vec<String>,
}

/// A cook at work, in a thread of its own.
pub struct AtWork {
    /// The thread, which gives the cook back. `None` as soon as somebody waits for it.
    thread: Option<JoinHandle<Cook>>,
}

impl Cook {
    /// A cook without orders and plates.
    pub fn new(name: &str, recipe: fn(&str) -> String) -> Cook {
        Cook {
            name: name.to_string(),
            recipe,
            orders: Vec::new(),
            plates: Vec::new(),
        }
    }

    /// Adds an order to the pile.
    pub fn order(&mut self, dish: &str) {
        self.orders.push(dish.to_string());
    }

    /// The plates that have been made, oldest first.
    pub fn plates(&self) -> Vec<String> {
        self.plates.clone()
    }

    /// Sends the cook to work. Returns at once.
    ///
    /// # Panics
    ///
    /// When the system has no thread left.
    pub fn start(self) -> AtWork {
        let thread = Builder::new()
            .name(self.name.clone())
            // The decisive line: the cook moves into the thread, and out again as its result. Shared behind an `Arc`
            // and a `Mutex` it could be looked at while it works, and would need a lock for every look.
            .spawn(move || self.run());
        AtWork {
            thread: Some(thread.expect("the system has a thread for the cook")),
        }
    }

    /// What the thread does: all the orders, oldest first.
    fn run(mut self) -> Cook {
        let made = self.orders.drain(..).map(|order| (self.recipe)(&order));
        self.plates.extend(made);
        self
    }
}

impl AtWork {
    /// Waits until the cook has made all its orders, and gives it back.
    ///
    /// # Panics
    ///
    /// When the recipe has panicked.
    pub fn join(mut self) -> Cook {
        // Nothing can be moved out of a value that has a `drop`; `take` leaves `None` in its place.
        let thread = self.thread.take().expect("only join and drop take it");
        thread.join().expect("the recipe does not panic")
    }
}

impl Drop for AtWork {
    /// Waits for a cook that nobody has joined: a dropped `JoinHandle` alone would let its thread run on.
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            // Ignored on purpose: a panic in `drop` while another panic unwinds would end the process.
            let _ = thread.join();
        }
    }
}

// Wrong turns
// - no `Drop`: the thread is detached, and dies with `main` in the middle of a plate (wrong/detached.rs leaks).
// - the thread works on a clone: the plates stand on a shelf that nobody sees (wrong/works_on_a_copy.rs).
// - waiting in `start`: the second cook begins when the first has gone home (wrong/waits_in_start.rs is serial).
// - looking at shared plates without waiting: some are missing (wrong/looks_too_early.rs).
