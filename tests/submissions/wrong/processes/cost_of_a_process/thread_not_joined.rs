//! verdict: wrong_result
//! Half a start: the watch is looked at when the thread has not begun.

use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

pub fn median<T>(
    times: usize,
    mut now: impl FnMut() -> Duration,
    mut prepare: impl FnMut() -> T,
    mut run: impl FnMut(T),
) -> Duration {
    let mut taken = Vec::new();
    for _ in 0..times {
        let needed = prepare();
        let start = now();
        run(needed);
        taken.push(now() - start);
    }
    taken.sort();
    taken[times / 2]
}

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
        |work| drop(thread::spawn(work)),
    );
    let process = median(
        times,
        &mut now,
        || Command::new(program),
        |mut command| {
            command.status().unwrap();
        },
    );
    (thread, process)
}

pub fn table(rows: &[(&str, Duration)]) -> String {
    let mut text = String::from("start         microseconds   ratio\n");
    for (name, duration) in rows {
        let ratio = duration.as_secs_f64() / rows[0].1.as_secs_f64();
        text += &format!("{name:<12}{:>14}{ratio:>8.1}\n", duration.as_micros());
    }
    text
}
