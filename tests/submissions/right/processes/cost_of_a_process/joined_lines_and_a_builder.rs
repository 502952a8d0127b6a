//! Named threads, and the table as lines that are put together.

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
        |work| {
            let named = thread::Builder::new().name("cook".into());
            named.spawn(work).unwrap().join().unwrap();
        },
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
    let line = |(name, duration): &(&str, Duration)| {
        let (all, first) = (duration.as_nanos() as f64, rows[0].1.as_nanos() as f64);
        let microseconds = format!("{:.0}", all / 1000.0);
        format!(
            "{name:<12}{microseconds:>14}{:>8}",
            format!("{:.1}", all / first)
        )
    };
    let headings = format!("{:<12}{:>14}{:>8}", "start", "microseconds", "ratio");
    let lines: Vec<String> = std::iter::once(headings)
        .chain(rows.iter().map(line))
        .collect();
    lines.join("\n") + "\n"
}
