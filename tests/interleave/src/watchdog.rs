//! A learner's loop without any operation, or a real blocking call, would hang the whole test process: say where, and stop.

use crate::op::Loc;
use std::panic::Location;
use std::ptr;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// Counts scheduling points.
static HEART: AtomicU64 = AtomicU64::new(0);
/// Whether an execution is under way.
static RUNNING: AtomicBool = AtomicBool::new(false);
/// Where the last operation was announced.
static LAST: AtomicPtr<Location<'static>> = AtomicPtr::new(ptr::null_mut());

const PATIENCE: Duration = Duration::from_secs(10);

/// Something happened.
pub(crate) fn beat() {
    HEART.store(HEART.load(Relaxed) + 1, Relaxed);
}

/// An operation at `loc` is announced.
pub(crate) fn passing(loc: Loc) {
    LAST.store(ptr::from_ref(loc).cast_mut(), Relaxed);
}

/// Begins to watch an execution; the guard's end ends it.
pub(crate) fn watch() -> impl Sized {
    struct Watched;
    impl Drop for Watched {
        fn drop(&mut self) {
            RUNNING.store(false, Relaxed);
        }
    }
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::thread::spawn(|| {
            loop {
                look();
            }
        });
    });
    beat();
    RUNNING.store(true, Relaxed);
    Watched
}

fn look() {
    let before = HEART.load(Relaxed);
    std::thread::sleep(PATIENCE);
    if RUNNING.load(Relaxed) && HEART.load(Relaxed) == before {
        // SAFETY: only `passing` stores here, and what it stores is a reference for 'static.
        let last = unsafe { LAST.load(Relaxed).as_ref() };
        let last = last.map_or("none".into(), Location::to_string);
        eprintln!(
            "a model thread has run for {} s without touching a lock, an atomic, a channel ...: \
             an endless loop, or a real blocking call? (last operation: {last})",
            PATIENCE.as_secs()
        );
        std::process::exit(101);
    }
}
