//! What older programs use.
#![allow(clippy::declare_interior_mutable_const, reason = "std has them so")]

use super::{AtomicBool, AtomicIsize, AtomicUsize};

/// An `AtomicBool` of `false`.
#[deprecated(note = "the `new` function is now preferred")]
pub const ATOMIC_BOOL_INIT: AtomicBool = AtomicBool::new(false);

/// An `AtomicIsize` of zero.
#[deprecated(note = "the `new` function is now preferred")]
pub const ATOMIC_ISIZE_INIT: AtomicIsize = AtomicIsize::new(0);

/// An `AtomicUsize` of zero.
#[deprecated(note = "the `new` function is now preferred")]
pub const ATOMIC_USIZE_INIT: AtomicUsize = AtomicUsize::new(0);

/// [`spin_loop`](crate::hint::spin_loop) under its old name.
#[deprecated(note = "use hint::spin_loop instead")]
#[track_caller]
pub fn spin_loop_hint() {
    crate::hint::spin_loop();
}
