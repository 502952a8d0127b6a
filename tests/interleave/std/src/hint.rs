//! `std::hint` with a [`spin_loop`] that lets the other threads go on.

pub use ::std::hint::*;

use interleave::{K, NONE};

/// Tells that a busy-wait goes on: in the model every other thread that can run makes a step first.
#[track_caller]
pub fn spin_loop() {
    if interleave::active() {
        interleave::op(K::Yield, NONE, NONE, 0);
    } else {
        ::std::hint::spin_loop();
    }
}
