//! # Cost of a process: one more cook or one more kitchen
//!
//! To hire a cook costs a handshake. To open a kitchen costs rent, gas and a key, even if nothing is cooked there. How much
//! more? The head chef does not guess, she takes a watch. She measures one start several times, since a watch that is
//! read once shows the tram that went by. She writes the shopping list before she presses the button. And of all her
//! measurements she believes the middle one: a single slow one moves the mean, and leaves the median where it is.
//!
//! **In Python** `timeit.repeat` calls a function many times, and runs its `setup` before the watch starts. In Rust the
//! watch is `std::time::Instant`. Here it comes as a parameter, `now`: it gives the time since some beginning, so that a
//! test can hold the hands.
//!
//! **Your task**
//! 1. `median`: measure `times` times, an odd number. Each time `prepare` makes what `run` needs, and is not measured.
//!    Return the median of what `run` took.
//! 2. `thread_and_process`: how long does it take from the start to the end of a thread that calls `work`? And of a process
//!    that runs `program`? Measure each of them `times` times, with a new one every time, and return first the thread's
//!    median, then the process's. No thread and no process is left behind.
//! 3. `table`: a line of headings, then a line for each row with its name, its microseconds, and how many times the first
//!    row's duration that is, with one digit after the point. The columns are 12, 14 and 8 wide, names on the left and
//!    numbers on the right. There may be no row:
//!
//! ```text
//! start         microseconds   ratio
//! a thread                50     1.0
//! a process              925    18.5
//! ```
//!
//! **Leave alone:** the signatures, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::path::Path;
use std::time::Duration;

/// Measures `run` `times` times, an odd number, by the watch `now`. Returns the median.
pub fn median<T>(
    times: usize,
    mut now: impl FnMut() -> Duration,
    mut prepare: impl FnMut() -> T,
    mut run: impl FnMut(T),
) -> Duration {
    // TODO 1: what stands between the two looks at the watch? Which of the durations is the one in the middle?
    run(prepare());
    todo!("measure {times} times, the first at {:?}", now())
}

/// The median of what a thread takes that calls `work`, and of what a process takes that runs `program`.
pub fn thread_and_process(
    program: &Path,
    times: usize,
    now: impl FnMut() -> Duration,
    work: impl Fn() + Clone + Send + Sync + 'static,
) -> (Duration, Duration) {
    // TODO 2: what is to be prepared in each case? And when has a thread ended, and a process?
    let _ = (now, work);
    todo!("start {times} threads and {times} times {program:?}")
}

/// A line for each row: its name, its microseconds, and its ratio to the first row.
pub fn table(rows: &[(&str, Duration)]) -> String {
    // TODO 3: three columns. A line ends with a line break.
    todo!("a table of {rows:?}")
}
