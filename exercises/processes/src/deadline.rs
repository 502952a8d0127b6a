//! # Deadline: what is not ready by eight is not served
//!
//! Several kitchens cook for one banquet. At eight the doors open. What is ready by then is served. A kitchen that is not
//! ready is closed, whatever stands on its stove: somebody goes there, puts out the fire, and locks the door. To shout
//! "stop" from afar is not enough, and nobody else loses a dish because one was late.
//!
//! **In Python** this is `Popen.communicate(timeout=…)`, and `kill()` when it raises. Then `wait()` must follow, or a
//! zombie stays: a process that has ended and that nobody has asked how. In Rust it is the same: a `Child` that is dropped
//! is neither killed nor waited for.
//!
//! **Your task**
//! 1. Start all the `workers`, and let them run at the same time. Catch what they write to standard output, also when it
//!    is much.
//! 2. While one is at work ask `time_left` again and again. It waits for a moment, and then says whether there is still
//!    time. As soon as all have ended do not wait any longer.
//! 3. When it says no, time is up: kill who is still at work.
//! 4. Wait for everybody, so that no process and no zombie is left.
//! 5. Return what each has written, in the order of the `workers`: `None` for those who were late, who failed, or who
//!    could not be started.
//!
//! **Leave alone:** the signature of `finish_by`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::process::Command;

/// Runs all `workers` at the same time, for as long as `time_left` says so. Returns what was ready by then.
pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    // TODO 1: start them all. Who reads what they write while you look at the clock?
    // TODO 2: is somebody still at work, and is there still time?
    // TODO 3 and 4: end those who are late, and wait for everybody.
    // TODO 5: who has ended in time, and well?
    let _ = time_left();
    todo!("run {} workers until the time is up", workers.len())
}
