//! What a thread asks about itself, and how it steps aside.

use super::Thread;
use ::std::{io, num::NonZero, time::Duration};
use interleave::{K, NONE};

/// The thread that calls.
pub fn current() -> Thread {
    let tid = interleave::current();
    Thread::new(tid, interleave::task_name(tid))
}

/// Whether the calling model thread is unwinding from a panic.
pub fn panicking() -> bool {
    interleave::panicking()
}

/// Always two: a program must not give other results on other machines.
///
/// # Errors
/// None; the signature is std's.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    const TWO: NonZero<usize> = NonZero::new(2).unwrap();
    Ok(TWO)
}

/// Lets every other thread that can run make a step first.
#[track_caller]
pub fn yield_now() {
    interleave::op(K::Yield, NONE, NONE, 0);
}

/// Steps aside like [`yield_now`] and moves the calling thread's virtual clock on by `duration`.
///
/// Sleeping orders nothing: whoever was to run "meanwhile" may still not have run, as on a busy machine.
#[track_caller]
pub fn sleep(duration: Duration) {
    interleave::op(K::Sleep, NONE, NONE, 0);
    interleave::advance_clock(duration);
}

/// [`sleep`] for so many milliseconds.
#[deprecated(note = "replaced by `std::thread::sleep`")]
#[track_caller]
pub fn sleep_ms(milliseconds: u32) {
    sleep(Duration::from_millis(milliseconds.into()));
}
