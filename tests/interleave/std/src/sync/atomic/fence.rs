//! Ordering without an atomic of its own.

use super::Ordering;
use super::cell::word;
use interleave::schedule::Action;
use interleave::{K, NONE};

/// Orders the accesses before it and after it, as the C11 model says.
///
/// # Panics
/// If `order` is `Relaxed`.
#[track_caller]
pub fn fence(order: Ordering) {
    if order == Ordering::Relaxed {
        panic!("there is no such thing as a relaxed fence");
    }
    interleave::op(K::Fence, NONE, NONE, 0);
    interleave::fence(order);
    interleave::happened(|| Action::Fence {
        ordering: word(order),
    });
}
