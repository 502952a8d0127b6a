//! verdict: wrong_result
//! The first row is looked at before anybody has asked whether there is one.

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
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let n = prepare();
            let s = now();
            run(n);
            now() - s
        })
        .collect();
    let middle = times / 2;
    *taken.select_nth_unstable(middle).1
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
        |mut c| {
            c.status().unwrap();
        },
    );
    (thread, process)
}
pub fn table(rows: &[(&str, Duration)]) -> String {
    let first = rows[0].1.as_micros() as f64;
    let mut text = format!("{:<12}{:>14}{:>8}\n", "start", "microseconds", "ratio");
    for (name, d) in rows {
        let m = d.as_micros();
        text += &format!("{name:<12}{m:>14}{:>8.1}\n", m as f64 / first);
    }
    text
}
