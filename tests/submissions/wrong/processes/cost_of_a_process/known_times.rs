//! verdict: wrong_result
//! Constants, without any thread or process.

use std::path::Path;
use std::time::Duration;

pub fn median<T>(
    times: usize,
    mut now: impl FnMut() -> Duration,
    mut prepare: impl FnMut() -> T,
    mut run: impl FnMut(T),
) -> Duration {
    (0..times).for_each(|_| run(prepare()));
    now();
    Duration::from_micros(50)
}

pub fn thread_and_process(
    program: &Path,
    times: usize,
    now: impl FnMut() -> Duration,
    work: impl Fn() + Clone + Send + Sync + 'static,
) -> (Duration, Duration) {
    let _ = (program, times, now, work);
    (Duration::from_micros(50), Duration::from_micros(925))
}

pub fn table(rows: &[(&str, Duration)]) -> String {
    let _ = rows;
    "start         microseconds   ratio\n\
     a thread                50     1.0\n\
     a process              925    18.5\n"
        .to_string()
}
