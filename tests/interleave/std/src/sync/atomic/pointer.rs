//! Arithmetic on an atomic pointer.

use super::{Atomic, Ordering};
use ::std::fmt;

impl<T> Atomic<*mut T> {
    /// Moves the pointer on by `elements` elements, wrapping around; gives the pointer from before.
    #[track_caller]
    pub fn fetch_ptr_add(&self, elements: usize, order: Ordering) -> *mut T {
        self.modify("fetch_ptr_add", order, |old| old.wrapping_add(elements))
    }

    /// Moves the pointer back by `elements` elements, wrapping around; gives the pointer from before.
    #[track_caller]
    pub fn fetch_ptr_sub(&self, elements: usize, order: Ordering) -> *mut T {
        self.modify("fetch_ptr_sub", order, |old| old.wrapping_sub(elements))
    }

    /// Moves the pointer on by `bytes` bytes, wrapping around; gives the pointer from before.
    #[track_caller]
    pub fn fetch_byte_add(&self, bytes: usize, order: Ordering) -> *mut T {
        self.modify("fetch_byte_add", order, |old| old.wrapping_byte_add(bytes))
    }

    /// Moves the pointer back by `bytes` bytes, wrapping around; gives the pointer from before.
    #[track_caller]
    pub fn fetch_byte_sub(&self, bytes: usize, order: Ordering) -> *mut T {
        self.modify("fetch_byte_sub", order, |old| old.wrapping_byte_sub(bytes))
    }

    /// `|=` on the address, for tags in its low bits; gives the pointer from before.
    #[track_caller]
    pub fn fetch_or(&self, bits: usize, order: Ordering) -> *mut T {
        self.modify("fetch_or", order, |old| {
            old.map_addr(|address| address | bits)
        })
    }

    /// `&=` on the address, for tags in its low bits; gives the pointer from before.
    #[track_caller]
    pub fn fetch_and(&self, bits: usize, order: Ordering) -> *mut T {
        self.modify("fetch_and", order, |old| {
            old.map_addr(|address| address & bits)
        })
    }

    /// `^=` on the address, for tags in its low bits; gives the pointer from before.
    #[track_caller]
    pub fn fetch_xor(&self, bits: usize, order: Ordering) -> *mut T {
        self.modify("fetch_xor", order, |old| {
            old.map_addr(|address| address ^ bits)
        })
    }
}

/// Null, as in std.
impl<T> Default for Atomic<*mut T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(::std::ptr::null_mut())
    }
}

/// The address, which differs from run to run: keep it out of results.
impl<T> fmt::Pointer for Atomic<*mut T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.shown(), f)
    }
}
