//! Reading, computing and writing in one step.

use super::value::{Bits, Integer};
use super::{Atomic, Ordering};

impl<T: Bits> Atomic<T> {
    /// `&=` in one step; gives the value from before.
    #[track_caller]
    pub fn fetch_and(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_and", order, |old| old.and(value))
    }

    /// `old = !(old & value)` in one step; gives the value from before.
    #[track_caller]
    pub fn fetch_nand(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_nand", order, |old| old.and(value).not())
    }

    /// `|=` in one step; gives the value from before.
    #[track_caller]
    pub fn fetch_or(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_or", order, |old| old.or(value))
    }

    /// `^=` in one step; gives the value from before.
    #[track_caller]
    pub fn fetch_xor(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_xor", order, |old| old.xor(value))
    }
}

/// Zero or `false`, as in std.
impl<T: Bits + Default> Default for Atomic<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl Atomic<bool> {
    /// `old = !old` in one step; gives the value from before.
    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.modify("fetch_not", order, |old| !old)
    }
}

impl<T: Integer> Atomic<T> {
    /// `+=` in one step, wrapping around; gives the value from before.
    #[track_caller]
    pub fn fetch_add(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_add", order, |old| old.add(value))
    }

    /// `-=` in one step, wrapping around; gives the value from before.
    #[track_caller]
    pub fn fetch_sub(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_sub", order, |old| old.sub(value))
    }

    /// The larger of the two in one step; gives the value from before.
    #[track_caller]
    pub fn fetch_max(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_max", order, |old| old.max(value))
    }

    /// The smaller of the two in one step; gives the value from before.
    #[track_caller]
    pub fn fetch_min(&self, value: T, order: Ordering) -> T {
        self.modify("fetch_min", order, |old| old.min(value))
    }
}
