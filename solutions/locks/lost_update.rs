//! # Lost update: the desk that numbers the orders
//!
//! Several waiters bring orders to one desk. The desk gives each order its number, remembers the largest order of the
//! evening, and says which cook is next in turn. Everything on the desk is atomic: no waiter ever reads half a number.
//! And still two guests have waited with the same number in their hands, and a cook was passed over.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Numbers orders and hands them to the cooks in turn. Shared by threads.
pub struct OrderDesk {
    /// The number that was given last; 0 before the first order.
    last_number: AtomicU64,
    /// The plates of the largest order so far; 0 before the first order.
    largest: AtomicU64,
    /// The cook whose turn is next, from 0 to `cooks - 1`.
    turn: AtomicUsize,
    /// How many cooks take turns.
    cooks: usize,
}

impl OrderDesk {
    /// A desk before the first order, with `cooks` cooks, at least one.
    pub fn new(cooks: usize) -> OrderDesk {
        OrderDesk {
            last_number: AtomicU64::new(0),
            largest: AtomicU64::new(0),
            turn: AtomicUsize::new(0),
            cooks,
        }
    }

    /// The number of the next order: 1, then 2, then 3.
    pub fn number(&self) -> u64 {
        // The decisive line: reading and writing are one step, and its answer belongs to this call alone. To add and
        // then to load would be two steps again. `Relaxed` is enough: no other memory is announced by this number.
        self.last_number.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Remembers that an order has so many plates.
    pub fn note_size(&self, plates: u64) {
        self.largest.fetch_max(plates, Ordering::Relaxed);
    }

    /// The plates of the largest order that was noted; 0 when none was.
    pub fn largest(&self) -> u64 {
        self.largest.load(Ordering::Relaxed)
    }

    /// The cook who takes the next order: 0, then 1, and after the last cook 0 again.
    pub fn next_cook(&self) -> usize {
        // No operation adds modulo `cooks`. `compare_exchange` makes any change one step: it writes only where nobody
        // else has written since, and the loop tries again with what it found.
        let mut cook = self.turn.load(Ordering::Relaxed);
        while let Err(now) = self.turn.compare_exchange_weak(
            cook,
            (cook + 1) % self.cooks,
            Ordering::Relaxed,
            Ordering::Relaxed,
        ) {
            cook = now;
        }
        cook
    }
}

// Wrong turns
// - `SeqCst` in place of `Acquire`: orderings say what else is seen, not that two steps are one
//   (wrong/stronger_ordering.rs).
// - `fetch_add`, then `load`: the load may see another's number (wrong/add_then_load.rs).
// - one `compare_exchange` without a loop: who loses forgets the update (wrong/exchange_once.rs).
// - add, and set back at the end of the round: somebody adds before the reset (wrong/add_then_reset.rs).
