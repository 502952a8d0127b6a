//! Atomics under the C11 memory model, as far as `Relaxed`, `Acquire`, `Release`, fences and `SeqCst` reach.
//!
//! The engine keeps every atomic's history, so that a load may see an older value where the orderings allow it. What the
//! model leaves out: load buffering, and more than two stale loads of one atomic in a row.

mod arithmetic;
mod cell;
mod deprecated;
mod fence;
mod pointer;
mod value;

pub use ::std::sync::atomic::{Ordering, compiler_fence};
pub use cell::{Atomic, Modelled};
#[allow(deprecated, reason = "std deprecates these, and still has them")]
pub use deprecated::{ATOMIC_BOOL_INIT, ATOMIC_ISIZE_INIT, ATOMIC_USIZE_INIT, spin_loop_hint};
pub use fence::fence;

/// A boolean that threads may share.
pub type AtomicBool = Atomic<bool>;
/// A raw pointer that threads may share. The pointer is atomic, what it points to is not.
pub type AtomicPtr<T> = Atomic<*mut T>;
/// A signed byte that threads may share.
pub type AtomicI8 = Atomic<i8>;
/// A 16-bit signed integer that threads may share.
pub type AtomicI16 = Atomic<i16>;
/// A 32-bit signed integer that threads may share.
pub type AtomicI32 = Atomic<i32>;
/// A 64-bit signed integer that threads may share.
pub type AtomicI64 = Atomic<i64>;
/// A signed integer of a pointer's size that threads may share.
pub type AtomicIsize = Atomic<isize>;
/// A byte that threads may share.
pub type AtomicU8 = Atomic<u8>;
/// A 16-bit unsigned integer that threads may share.
pub type AtomicU16 = Atomic<u16>;
/// A 32-bit unsigned integer that threads may share.
pub type AtomicU32 = Atomic<u32>;
/// A 64-bit unsigned integer that threads may share.
pub type AtomicU64 = Atomic<u64>;
/// An unsigned integer of a pointer's size that threads may share.
pub type AtomicUsize = Atomic<usize>;
