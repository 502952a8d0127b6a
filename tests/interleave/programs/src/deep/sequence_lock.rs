//! A sequence lock whose counter is too small.
//!
//! A writer makes the counter odd, writes, and makes it even again. A reader copies the data between two looks at the
//! counter and takes the copy when both looks saw the same even number. With two bits the counter is back where it was
//! after two writes: a reader who sleeps exactly that long, in the middle of its copy, takes half of each.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use crate::threads::join_all;

const WRITES: u32 = 5;
const READERS: usize = 2;
const ATTEMPTS: usize = 2;

/// What the failed assertion says.
pub const SHOWS: &str = "read half of one write and half of another";

struct SequenceLock {
    sequence: AtomicU32,
    pair: (AtomicU32, AtomicU32),
    /// The largest number that the counter holds: 3, or one that is never reached.
    mask: u32,
}

impl SequenceLock {
    fn write(&self, value: u32) {
        let before = self.sequence.load(SeqCst);
        self.sequence.store((before + 1) & self.mask, SeqCst);
        self.pair.0.store(value, SeqCst);
        self.pair.1.store(value, SeqCst);
        self.sequence.store((before + 2) & self.mask, SeqCst);
    }

    fn try_read(&self) -> Option<(u32, u32)> {
        let before = self.sequence.load(SeqCst);
        if before % 2 == 1 {
            return None;
        }
        let pair = (self.pair.0.load(SeqCst), self.pair.1.load(SeqCst));
        (self.sequence.load(SeqCst) == before).then_some(pair)
    }
}

/// Outcomes: `()`, and a failed assertion where a reader sleeps for two writes.
pub fn wrong() {
    run(3);
}

/// Outcomes: `()`: a wide counter does not come round.
pub fn right() {
    run(u32::MAX);
}

fn run(mask: u32) {
    let lock = Arc::new(SequenceLock {
        sequence: 0.into(),
        pair: (0.into(), 0.into()),
        mask,
    });
    let reader = |lock: Arc<SequenceLock>| {
        move || {
            let copies = (0..ATTEMPTS).filter_map(|_| lock.try_read());
            copies.for_each(|(left, right)| assert!(left == right, "{SHOWS}"));
        }
    };
    let mut handles: Vec<_> = (0..READERS)
        .map(|_| thread::spawn(reader(Arc::clone(&lock))))
        .collect();
    handles.push(thread::spawn(move || {
        (1..=WRITES).for_each(|value| lock.write(value))
    }));
    join_all(handles);
}
