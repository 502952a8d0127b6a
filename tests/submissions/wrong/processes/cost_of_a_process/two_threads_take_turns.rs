//! verdict: wrong_result
//! Two threads, started beforehand, do the work in turn: no start is measured.

use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
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
    taken.sort();
    taken[times / 2]
}
pub fn thread_and_process(
    program: &Path,
    times: usize,
    mut now: impl FnMut() -> Duration,
    work: impl Fn() + Clone + Send + Sync + 'static,
) -> (Duration, Duration) {
    let workers: Vec<_> = (0..2)
        .map(|_| {
            let work = work.clone();
            let (a, b) = mpsc::channel::<()>();
            let (c, d) = mpsc::channel::<()>();
            let h = thread::spawn(move || {
                for () in b {
                    work();
                    c.send(()).unwrap();
                }
            });
            (a, d, h)
        })
        .collect();
    let mut i = 0;
    let thread = median(
        times,
        &mut now,
        || {
            i += 1;
            i % 2
        },
        |w| {
            workers[w].0.send(()).unwrap();
            workers[w].1.recv().unwrap();
        },
    );
    for (a, _, h) in workers {
        drop(a);
        h.join().unwrap();
    }
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
    let mut text = format!("{:<12}{:>14}{:>8}\n", "start", "microseconds", "ratio");
    for (name, d) in rows {
        let m = d.as_micros();
        text += &format!(
            "{name:<12}{m:>14}{:>8.1}\n",
            m as f64 / rows[0].1.as_micros() as f64
        );
    }
    text
}
