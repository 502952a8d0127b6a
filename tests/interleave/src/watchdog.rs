//! A learner's loop without any operation, or a real blocking call, would hang the whole test process: say where, and stop.

use crate::op::Loc;
use std::panic::Location;
use std::process;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The process's exit code when a model thread ran on without an operation for too long.
pub const STUCK_EXIT_CODE: i32 = 86;

/// Counts scheduling points.
static HEART: AtomicU64 = AtomicU64::new(0);
/// Whether an execution is under way.
static RUNNING: AtomicBool = AtomicBool::new(false);
/// Where the last operation was announced.
static LAST: AtomicPtr<Location<'static>> = AtomicPtr::new(ptr::null_mut());
/// Milliseconds without an operation that count as stuck.
static PATIENCE: AtomicU64 = AtomicU64::new(5_000);
/// Who hears of it.
static REPORT: Mutex<fn(&str)> = Mutex::new(to_stderr);

fn to_stderr(text: &str) {
    eprintln!("{text}");
}

/// Says who hears of a stuck thread, on the watchdog's own thread, before the process ends with [`STUCK_EXIT_CODE`]. By
/// default the text goes to standard error.
pub fn on_stuck(report: fn(&str)) {
    *REPORT.lock().unwrap_or_else(PoisonError::into_inner) = report;
}

/// Sets how long a model thread may run without an operation; 5 s by default.
pub fn set_patience(patience: Duration) {
    let milliseconds = u64::try_from(patience.as_millis()).unwrap_or(u64::MAX);
    PATIENCE.store(milliseconds, Relaxed);
}

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
        thread::spawn(|| {
            loop {
                look();
            }
        });
    });
    LAST.store(ptr::null_mut(), Relaxed);
    beat();
    RUNNING.store(true, Relaxed);
    Watched
}

/// Looks on for a while; ends the process if nothing happens.
fn look() {
    let (before, begin) = (HEART.load(Relaxed), Instant::now());
    let patience = Duration::from_millis(PATIENCE.load(Relaxed));
    while let Some(left) = patience.checked_sub(begin.elapsed()) {
        thread::park_timeout(left.min(Duration::from_millis(100)));
        if HEART.load(Relaxed) != before || !RUNNING.load(Relaxed) {
            return;
        }
    }
    // SAFETY: `LAST` is null or what `passing` stores, a reference for 'static.
    let last = unsafe { LAST.load(Relaxed).as_ref() };
    let last = last.map_or("none yet".into(), Location::to_string);
    let text = format!(
        "a model thread has run for {} s without touching a lock, an atomic, a channel ...: an endless loop, or a call that \
         really blocks? (last operation: {last})",
        patience.as_secs_f32()
    );
    let report = *REPORT.lock().unwrap_or_else(PoisonError::into_inner);
    report(&text);
    process::exit(STUCK_EXIT_CODE);
}
