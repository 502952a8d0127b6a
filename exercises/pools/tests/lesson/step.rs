//! A place in a thread of the model where the others may come first.

use interleave_std::sync::atomic::{AtomicUsize, Ordering};

/// One visible operation: work that takes as long as an interleaving wants it to take.
///
/// `yield_now` would say less. It asks the others to go first, so the orders in which they do not are left out.
pub(crate) fn step() {
    static STEPS: AtomicUsize = AtomicUsize::new(0);
    STEPS.fetch_add(1, Ordering::SeqCst);
}
