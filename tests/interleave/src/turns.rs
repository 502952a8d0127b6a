//! Explorations of one process take turns: learner statics are shared between test threads.

use std::cell::Cell;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One exploration's turn; nested calls on the same thread share it.
pub(crate) struct Turn(
    #[expect(dead_code, reason = "held for its destructor")] Option<MutexGuard<'static, ()>>,
);

thread_local! {
    static HELD: Cell<u32> = const { Cell::new(0) };
}

/// Waits until no other thread explores.
pub(crate) fn take_turn() -> Turn {
    static LOCK: Mutex<()> = Mutex::new(());
    let guard = (HELD.get() == 0).then(|| LOCK.lock().unwrap_or_else(PoisonError::into_inner));
    HELD.set(HELD.get() + 1);
    Turn(guard)
}

impl Drop for Turn {
    fn drop(&mut self) {
        HELD.set(HELD.get() - 1);
    }
}
