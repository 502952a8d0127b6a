//! Counted clones and allocations.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// A value that counts how often it is cloned.
#[derive(Debug, Default)]
pub struct Cloned<T> {
    /// The value itself.
    pub value: T,
    count: Arc<AtomicUsize>,
}

impl<T> Cloned<T> {
    /// A value that has not been cloned yet.
    pub fn new(value: T) -> Cloned<T> {
        Cloned {
            value,
            count: Arc::default(),
        }
    }

    /// A counter that outlives the value: how often it, or a clone of it, was cloned.
    pub fn clones(&self) -> impl Fn() -> usize + use<T> {
        let count = self.count.clone();
        move || count.load(SeqCst)
    }
}

impl<T: Clone> Clone for Cloned<T> {
    fn clone(&self) -> Self {
        self.count.fetch_add(1, SeqCst);
        Cloned {
            value: self.value.clone(),
            count: self.count.clone(),
        }
    }
}

/// How many allocations of at least `bytes` the process makes while `body` runs, and what `body` returns.
///
/// Tests run side by side in one process, so only allocations that no other test makes can be counted: use inputs whose
/// size stands out. The lesson's test binary must have `interleave::CountingAllocator` as its global allocator.
pub fn large_allocations<T>(bytes: usize, body: impl FnOnce() -> T) -> (usize, T) {
    let before = interleave::CountingAllocator::of_at_least(bytes);
    let result = body();
    (
        interleave::CountingAllocator::of_at_least(bytes) - before,
        result,
    )
}
