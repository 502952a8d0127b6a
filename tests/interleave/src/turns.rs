//! Explorations of one process take turns, each on an OS thread of its own.

use crate::runtime::active;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder};

/// Runs an exploration, on a new OS thread, once nobody else explores: learner statics are shared between test threads.
///
/// Model threads are abandoned where they stand, in the midst of a panic too. std counts panics by OS thread and would go on
/// counting these, so that every later panic of a test looked like one in a destructor. The new thread takes the count
/// along when it ends. It has the caller's name, since that is what messages and captured output are known by.
///
/// # Panics
/// With the panic of `explore`, and inside an exploration.
pub(crate) fn in_turn<R: Send>(explore: impl FnOnce() -> R + Send) -> R {
    let mut result = None;
    on_its_own_thread(Box::new(|| result = Some(explore())));
    result.expect("an exploration that did not panic has a result")
}

/// Of one type only: whatever starts a thread is much code, and each test would be compiled with a copy of its own.
fn on_its_own_thread(explore: Box<dyn FnOnce() + Send + '_>) {
    static LOCK: Mutex<()> = Mutex::new(());
    assert!(!active(), "explorations do not nest");
    let _turn = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
    let mut builder = Builder::new();
    if let Some(name) = thread::current().name() {
        builder = builder.name(name.to_owned());
    }
    let ended = thread::scope(|scope| {
        let explorer = builder.spawn_scoped(scope, explore);
        explorer.expect("the system gives a thread").join()
    });
    ended.unwrap_or_else(|payload| resume_unwind(payload));
}
