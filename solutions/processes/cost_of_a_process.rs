//! # Cost of a process: one more cook or one more kitchen
//!
//! To hire a cook costs a handshake. To open a kitchen costs rent, gas and a key, even if nothing is cooked there. How much
//! more? The head chef does not guess, she takes a watch. She measures one start several times, since a watch that is
//! read once shows the tram that went by. She writes the shopping list before she presses the button. And of all her
//! measurements she believes the middle one: a single slow one moves the mean, and leaves the median where it is.

use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

/// Measures `run` `times` times, an odd number, by the watch `now`. Returns the median.
pub fn median<T>(
    times: usize,
    mut now: impl FnMut() -> Duration,
    mut prepare: impl FnMut() -> T,
    mut run: impl FnMut(T),
) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            // The decisive line stands before the watch: what is needed for a start is not the start.
            let needed = prepare();
            let start = now();
            run(needed);
            now() - start
        })
        .collect();
    taken.sort();
    taken[taken.len() / 2]
}

/// The median of what a thread takes that calls `work`, and of what a process takes that runs `program`.
///
/// # Panics
///
/// When a thread or a process cannot be started, and when `work` panics.
pub fn thread_and_process(
    program: &Path,
    times: usize,
    mut now: impl FnMut() -> Duration,
    work: impl Fn() + Clone + Send + Sync + 'static,
) -> (Duration, Duration) {
    let thread = median(
        times,
        &mut now,
        || work.clone(),
        // `spawn` returns before the thread has done anything: without `join` only half of it is measured.
        |work| thread::spawn(work).join().expect("the work is done"),
    );
    let process = median(
        times,
        &mut now,
        || Command::new(program),
        // `status` starts and waits. `spawn` alone would measure half of it too, and leave a zombie.
        |mut command| {
            command.status().expect("the program is there");
        },
    );
    (thread, process)
}

/// A line for each row: its name, its microseconds, and its ratio to the first row.
pub fn table(rows: &[(&str, Duration)]) -> String {
    let mut text = format!("{:<12}{:>14}{:>8}\n", "start", "microseconds", "ratio");
    for (name, duration) in rows {
        let ratio = duration.as_secs_f64() / rows[0].1.as_secs_f64();
        let microseconds = duration.as_micros();
        text += &format!("{name:<12}{microseconds:>14}{ratio:>8.1}\n");
    }
    text
}

// Wrong turns
// - measured once: the tram went by (wrong/measures_once.rs).
// - the arguments are built while the watch runs (wrong/prepares_on_the_watch.rs).
// - the mean: one slow start, and all seem slow (wrong/mean.rs).
// - `spawn` without `wait`: half a start, and a zombie (wrong/never_waits.rs leaks).
// - the process first: a table with its rows swapped (wrong/swapped.rs).
