//! A thread and a process by turns, sorted as they come.

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
    let mut taken: Vec<Duration> = Vec::with_capacity(times);
    let prepared: std::collections::VecDeque<T> = (0..times).map(|_| prepare()).collect();
    for n in prepared {
        let s = now();
        run(n);
        let t = now().saturating_sub(s);
        let at = taken.partition_point(|x| *x < t);
        taken.insert(at, t);
    }
    taken[times / 2]
}
pub fn thread_and_process(
    program: &Path,
    times: usize,
    mut now: impl FnMut() -> Duration,
    work: impl Fn() + Clone + Send + Sync + 'static,
) -> (Duration, Duration) {
    let mut a = Vec::new();
    let mut b = Vec::new();
    for _ in 0..times {
        let work = work.clone();
        let builder = thread::Builder::new().name("measured".into());
        let s = now();
        builder.spawn(move || work()).unwrap().join().unwrap();
        a.push(now() - s);
        let mut c = Command::new(program);
        let s = now();
        let mut child = c.spawn().unwrap();
        while child.try_wait().unwrap().is_none() {
            thread::yield_now();
        }
        b.push(now() - s);
    }
    a.sort();
    b.sort();
    (a[times / 2], b[times / 2])
}
pub fn table(rows: &[(&str, Duration)]) -> String {
    let mut text = String::from("start         microseconds   ratio\n");
    for (name, d) in rows {
        let m = d.as_micros();
        text += &format!(
            "{name:<12}{m:>14}{:>8.1}\n",
            d.as_nanos() as f64 / rows[0].1.as_nanos() as f64
        );
    }
    text
}
