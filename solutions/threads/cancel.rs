//! # Cancel: close the oven and keep what is baked
//!
//! An oven bakes what is put on its belt, one tray after the other, in a thread of its own. When the belt is empty the oven
//! sleeps until somebody puts a tray on it. When the fire alarm rings, it finishes the tray that it has in hand and stops.
//! What is baked by then is good and is kept. On an ordinary evening it bakes all that is on the belt, and then stops.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

/// An oven at work.
pub struct Oven {
    /// What the oven and its users share.
    belt: Arc<Belt>,
    /// The thread, which gives back what it has baked.
    thread: JoinHandle<Vec<u32>>,
}

/// Shared with the oven's thread.
#[derive(Default)]
struct Belt {
    /// The trays that wait, and whether more can come. The lock protects both.
    state: Mutex<State>,
    /// Announces that the state has changed.
    changed: Condvar,
}

/// Protected by the belt's lock.
#[derive(Default)]
struct State {
    /// The trays that wait, oldest first.
    trays: VecDeque<u32>,
    /// No tray will be put on the belt any more.
    closed: bool,
}

impl Belt {
    /// The next tray; `None` when there is none and none will come. Sleeps in between.
    fn next(&self) -> Option<u32> {
        let state = self.state.lock().unwrap();
        // The decisive line: the flag stands under the same lock as the belt. The oven looks at both and falls asleep in
        // one step, so neither a tray nor the alarm can come in between.
        let mut state = self
            .changed
            .wait_while(state, |state| state.trays.is_empty() && !state.closed)
            .unwrap();
        state.trays.pop_front()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap());
        self.changed.notify_one();
    }
}

impl Oven {
    /// Starts an oven. `bake` makes a cake of a tray.
    pub fn start(bake: impl Fn(u32) -> u32 + Send + 'static) -> Oven {
        let belt = Arc::new(Belt::default());
        let own = Arc::clone(&belt);
        let thread = thread::spawn(move || {
            // Baking takes long: it happens without the lock, so that `put` need not wait.
            std::iter::from_fn(|| own.next()).map(bake).collect()
        });
        Oven { belt, thread }
    }

    /// Puts a tray on the belt.
    pub fn put(&self, tray: u32) {
        self.belt.change(|state| state.trays.push_back(tray));
    }

    /// Stops before the next tray. Returns what is baked.
    ///
    /// # Panics
    ///
    /// When `bake` has panicked.
    pub fn cancel(self) -> Vec<u32> {
        self.belt.change(|state| {
            state.trays.clear();
            state.closed = true;
        });
        self.thread.join().expect("no cake explodes")
    }

    /// Bakes all that is on the belt. Returns what is baked.
    ///
    /// # Panics
    ///
    /// When `bake` has panicked.
    pub fn finish(self) -> Vec<u32> {
        self.belt.change(|state| state.closed = true);
        self.thread.join().expect("no cake explodes")
    }
}

// Wrong turns
// - a flag beside the lock: it is set between the oven's look and its sleep (wrong/flag_beside_the_lock.rs sleeps on).
// - a loop that looks again and again: the kitchen gets warm from looking (wrong/looks_again_and_again.rs).
// - `cancel` that only closes the belt: everything is baked in the end (wrong/bakes_on.rs).
// - throwing away what is baked (wrong/throws_away.rs).
