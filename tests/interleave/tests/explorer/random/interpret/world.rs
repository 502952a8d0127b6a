//! The objects that all threads share.
#![allow(unsafe_code)] // one `Sync`, for cells that nobody reads

use interleave_std::cell::UnsafeCell;
use interleave_std::sync::atomic::AtomicU32;
use interleave_std::sync::{Barrier, Condvar, Mutex, Once, OnceLock, RwLock};

pub(super) struct World {
    pub(super) atomics: [AtomicU32; 2],
    pub(super) mutexes: [Mutex<u32>; 2],
    pub(super) changed: Condvar,
    pub(super) table: RwLock<u32>,
    pub(super) value: OnceLock<u32>,
    pub(super) once: Once,
    pub(super) barrier: Barrier,
    pub(super) cells: Cells,
}

pub(super) struct Cells([UnsafeCell<u32>; 2]);

// SAFETY: the pointers that `access` asks for are never gone through; the explorer takes the asking for the access.
unsafe impl Sync for Cells {}

impl Cells {
    /// What the explorer takes for an access to plain memory.
    pub(super) fn access(&self, cell: usize) {
        self.0[cell].get();
    }
}

impl World {
    pub(super) fn new() -> Self {
        Self {
            atomics: [AtomicU32::new(0), AtomicU32::new(0)],
            mutexes: [Mutex::new(0), Mutex::new(0)],
            changed: Condvar::new(),
            table: RwLock::new(0),
            value: OnceLock::new(),
            once: Once::new(),
            barrier: Barrier::new(2),
            cells: Cells([UnsafeCell::new(0), UnsafeCell::new(0)]),
        }
    }
}
