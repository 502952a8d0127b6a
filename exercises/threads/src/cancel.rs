//! # Cancel: close the oven and keep what is baked
//!
//! An oven bakes what is put on its belt, one tray after the other, in a thread of its own. When the belt is empty the oven
//! sleeps until somebody puts a tray on it. When the fire alarm rings, it finishes the tray that it has in hand and stops.
//! What is baked by then is good and is kept. On an ordinary evening it bakes all that is on the belt, and then stops.
//!
//! **In Python** a thread cannot be killed. It looks at a `threading.Event` between two steps. The same holds in Rust: to
//! cancel is to ask, and the thread must look. And a thread that sleeps cannot look: it must be woken.
//!
//! **Your task**
//! 1. `start`: a thread that bakes trays in the order in which they were put on the belt. It sleeps while the belt is
//!    empty. It does not look again and again.
//! 2. `put`: puts a tray on the belt. It does not wait for the oven.
//! 3. `cancel`: asks the oven to stop before the next tray, waits for it, and returns what is baked.
//! 4. `finish`: lets the oven bake all that is on the belt, waits for it, and returns what is baked.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;

/// An oven at work.
pub struct Oven {
    /// What the oven and its users share.
    belt: Arc<Belt>,
    /// The thread, which gives back what it has baked.
    thread: JoinHandle<Vec<u32>>,
}

/// Shared with the oven's thread.
struct Belt {
    /// The trays that wait, and whether more can come. The lock protects both.
    state: Mutex<State>,
    /// Announces that the state has changed.
    changed: Condvar,
}

/// Protected by the belt's lock.
struct State {
    /// The trays that wait, oldest first.
    trays: VecDeque<u32>,
    // TODO: what else must the oven know?
}

impl Oven {
    /// Starts an oven. `bake` makes a cake of a tray.
    pub fn start(bake: impl Fn(u32) -> u32 + Send + 'static) -> Oven {
        // TODO 1: sleep, take a tray, bake it without the lock, and so on.
        let _ = bake;
        todo!("start the oven")
    }

    /// Puts a tray on the belt.
    pub fn put(&self, tray: u32) {
        // TODO 2: who must be told?
        let _ = self.belt.state.lock().map(|state| state.trays.len());
        let _ = &self.belt.changed;
        todo!("put tray {tray} on the belt")
    }

    /// Stops before the next tray. Returns what is baked.
    pub fn cancel(self) -> Vec<u32> {
        // TODO 3: what if the oven sleeps?
        let _ = self.thread;
        todo!("stop the oven and return what is baked")
    }

    /// Bakes all that is on the belt. Returns what is baked.
    pub fn finish(self) -> Vec<u32> {
        // TODO 4
        todo!("bake the rest and return what is baked")
    }
}
