//! # Worker struct: a cook who is a thread
//!
//! A cook has a name, a pile of orders and a shelf of plates. In the morning the cook goes to work, in a thread of its
//! own. In the evening somebody waits for it, and finds the plates on its shelf. Tomorrow it comes again, with
//! everything it had. A cook whom everybody has forgotten still finishes the work before the kitchen is locked.
//!
//! **In Python** this is a subclass: `class Cook(threading.Thread)` with state in `self`, then `start()`, `join()` and
//! a look at `self.plates`. Nothing keeps you from looking too early, and a second `start()` raises an error. In Rust
//! the state moves: `start` takes the cook away, `join` gives it back, and in between only the thread has it. To look
//! too early, or to start twice, does not compile.
//!
//! **Your task**
//! 1. `start`: the cook works in a thread that carries its name, through all its orders, oldest first. Each plate goes
//!    to the end of its plates, and no order remains. `start` itself does not wait.
//! 2. `join`: waits for the end of the thread. Gives the cook back, with all its state.
//! 3. Who drops an `AtWork` without joining it waits for its thread too. A panic of that thread is no panic here.
//!
//! **Leave alone:** the public signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::thread::JoinHandle;

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
    /// The thread, which gives the cook back.
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
    pub fn start(self) -> AtWork {
        // TODO 1: start the thread, and let it work on the cook.
        let _ = (self.recipe, self.orders);
        todo!("send {} to work", self.name)
    }
}

impl AtWork {
    /// Waits until the cook has made all its orders, and gives it back.
    ///
    /// # Panics
    ///
    /// When the recipe has panicked.
    pub fn join(self) -> Cook {
        // TODO 2: wait for the thread and take the cook.
        let _ = &self.thread;
        todo!("wait for the cook")
    }
}

// TODO 3: what happens to an `AtWork` that is dropped?
