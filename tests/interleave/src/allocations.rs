//! Counted allocations: the cost of a program without a clock.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The system's allocator, which counts by size. A test binary that counts allocations declares it:
///
/// ```
/// #[global_allocator]
/// static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
/// # fn main() {}
/// ```
#[derive(Debug)]
pub struct CountingAllocator;

/// Bytes of the smallest allocation that is counted. Small ones are made all the time, by every thread, and to count them
/// slows all of them down.
const SMALLEST: usize = 1024;

/// How many allocations there were of each size class: class `c` holds the sizes below `2^c` and from `2^(c-1)` on.
static BY_CLASS: [AtomicUsize; usize::BITS as usize + 1] =
    [const { AtomicUsize::new(0) }; usize::BITS as usize + 1];

impl CountingAllocator {
    /// How many allocations of at least `bytes`, rounded up to a power of two, the process has made so far. A vector that
    /// grows in place counts as a new allocation of its new size.
    ///
    /// # Panics
    ///
    /// When `bytes` is less than 1024: smaller ones are not counted.
    pub fn of_at_least(bytes: usize) -> usize {
        assert!(
            bytes >= SMALLEST,
            "allocations below {SMALLEST} bytes are not counted, and {bytes} is below"
        );
        let class = class_of(bytes.next_power_of_two());
        BY_CLASS[class..].iter().map(|n| n.load(Relaxed)).sum()
    }

    fn count(size: usize) {
        if size >= SMALLEST {
            BY_CLASS[class_of(size)].fetch_add(1, Relaxed);
        }
    }
}

fn class_of(size: usize) -> usize {
    (usize::BITS - size.leading_zeros()) as usize
}

// SAFETY: every method hands its arguments unchanged to the system's allocator and gives back what that returns, so the
// contract of `GlobalAlloc` holds as it does there. Counting touches only static atomics and never allocates.
unsafe impl GlobalAlloc for CountingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::count(layout.size());
        // SAFETY: the caller keeps the contract of `GlobalAlloc::alloc`, which is the same for `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: `pointer` came from `System` with this layout, since `alloc` and `realloc` take everything from there.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::count(layout.size());
        // SAFETY: as for `alloc`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        Self::count(size);
        // SAFETY: `pointer` came from `System` with this layout; `size` is the caller's promise, passed on.
        unsafe { System.realloc(pointer, layout, size) }
    }
}
