//! What modelled code sees under the name `core`.
//!
//! `core::sync::atomic` would bypass the model silently. Renamed to `core`, this package passes the real one on with the
//! model's atomics, `UnsafeCell` and `spin_loop` in it. What the compiler itself reaches for (derives, `format_args!`,
//! `?`, panics, `async`) goes to the real `core` by other ways and is not touched. `alloc` needs no such package: it has
//! `Arc` only, which is the real one in the model too.

pub use ::core::*;

pub use interleave_std::{cell, hint};

/// `core::sync` with the model's atomics.
pub mod sync {
    pub use interleave_std::sync::atomic;
}
