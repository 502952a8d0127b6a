//! `WorkStealQueue`: the queue of CHESS's tests, after the THE protocol of Cilk-5 (Frigo, Leiserson, Randall 1998).
//!
//! The owner pushes and pops at the tail without a lock; thieves take from the head under one. Head and tail are
//! moved first and compared afterwards, so that owner and thief notice each other when a single item is left.
//!
//! The bug (CHESS's number 3): `push` fills the last free slot. A thief moves the head *before* it reads its item, so
//! that slot may be the very one that it is about to read: one item is then run twice, another one never.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join;

/// What the failed assertion says.
pub const SHOWS: &str = "an item was not run exactly once";

const ITEMS: usize = 4;
const STEALS: usize = 2;
const SIZES: [usize; 3] = [2, 4, 8];

struct Queue {
    head: AtomicI64,
    tail: AtomicI64,
    /// Which of the rings is in use: a full queue moves on to the next one, twice as large.
    ring: AtomicUsize,
    rings: [Vec<AtomicUsize>; SIZES.len()],
    /// Held by thieves, and by the owner where it might meet one.
    foreign: Mutex<()>,
    /// How many slots `push` leaves free: 1, or the bug: 0.
    reserve: i64,
}

impl Queue {
    fn new(reserve: i64) -> Self {
        Self {
            head: AtomicI64::new(0),
            tail: AtomicI64::new(0),
            ring: AtomicUsize::new(0),
            rings: SIZES.map(|size| (0..size).map(|_| AtomicUsize::new(0)).collect()),
            foreign: Mutex::new(()),
            reserve,
        }
    }

    fn slots(&self) -> &[AtomicUsize] {
        &self.rings[self.ring.load(SeqCst)]
    }

    fn push(&self, item: usize) {
        let (tail, slots) = (self.tail.load(SeqCst), self.slots());
        if tail < self.head.load(SeqCst) + slots.len() as i64 - self.reserve {
            slots[tail as usize % slots.len()].store(item, SeqCst);
            self.tail.store(tail + 1, SeqCst);
        } else {
            self.push_locked(item);
        }
    }

    /// Starts again at index 0, in a larger ring if this one is full.
    fn push_locked(&self, item: usize) {
        let _no_thief = self.foreign.lock().unwrap();
        let slots = self.slots();
        let head = self.head.load(SeqCst);
        let count = (self.tail.load(SeqCst) - head) as usize;
        let items: Vec<_> = (0..count)
            .map(|i| slots[(head as usize + i) % slots.len()].load(SeqCst))
            .chain([item])
            .collect();
        if count + 1 >= slots.len() {
            self.ring.store(self.ring.load(SeqCst) + 1, SeqCst);
        }
        for (slot, item) in self.slots().iter().zip(items) {
            slot.store(item, SeqCst);
        }
        self.head.store(0, SeqCst);
        self.tail.store(count as i64 + 1, SeqCst);
    }

    fn pop(&self) -> Option<usize> {
        let tail = self.tail.load(SeqCst) - 1;
        self.tail.store(tail, SeqCst);
        if self.head.load(SeqCst) <= tail {
            return Some(self.read(tail));
        }
        self.tail.store(tail + 1, SeqCst);
        self.pop_locked()
    }

    fn pop_locked(&self) -> Option<usize> {
        let _no_thief = self.foreign.lock().unwrap();
        let last = self.tail.load(SeqCst) - 1;
        if self.head.load(SeqCst) <= last {
            self.tail.store(last, SeqCst);
            return Some(self.read(last));
        }
        self.head.store(0, SeqCst);
        self.tail.store(0, SeqCst);
        None
    }

    fn steal(&self) -> Option<usize> {
        let _only_thief = self.foreign.lock().unwrap();
        let head = self.head.load(SeqCst);
        self.head.store(head + 1, SeqCst);
        if head < self.tail.load(SeqCst) {
            return Some(self.read(head));
        }
        self.head.store(head, SeqCst);
        None
    }

    fn read(&self, index: i64) -> usize {
        let slots = self.slots();
        slots[index as usize % slots.len()].load(SeqCst)
    }
}

/// Outcomes: `()`, and a failed assertion where a push overtakes a thief.
pub fn wrong() {
    run(0);
}

/// Outcomes: `()`.
pub fn right() {
    run(1);
}

fn run(reserve: i64) {
    let queue = Arc::new(Queue::new(reserve));
    let thief = {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            (0..STEALS)
                .filter_map(|_| queue.steal())
                .collect::<Vec<_>>()
        })
    };
    let mut ran = Vec::new();
    for item in (0..ITEMS).step_by(2) {
        queue.push(item);
        queue.push(item + 1);
        ran.extend(queue.pop());
    }
    ran.extend((0..ITEMS / 2).filter_map(|_| queue.pop()));
    ran.extend(join(thief));
    ran.sort_unstable();
    assert!(ran.iter().copied().eq(0..ITEMS), "{SHOWS}");
}
