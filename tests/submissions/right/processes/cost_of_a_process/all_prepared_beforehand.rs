//! Everything is prepared before the first start; the median is selected without sorting all.

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
    let needed: Vec<T> = (0..times).map(|_| prepare()).collect();
    let took = |needed| {
        let start = now();
        run(needed);
        now().checked_sub(start).unwrap()
    };
    let mut taken: Vec<Duration> = needed.into_iter().map(took).collect();
    *taken.select_nth_unstable(times / 2).1
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
        |work| thread::spawn(work).join().unwrap(),
    );
    let process = median(
        times,
        &mut now,
        || Command::new(program),
        |mut command| {
            command.output().unwrap();
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
