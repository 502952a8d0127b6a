//! verdict: wrong_result
//! Measures once and writes it down several times.

use std::time::{Duration, Instant};

#[derive(Clone, Debug)]
pub struct Run {
    pub workers: usize,
    pub times: Vec<Duration>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub workers: usize,
    pub time: Duration,
    pub speedup: Option<f64>,
    pub efficiency: Option<f64>,
    pub serial: Option<f64>,
}

pub const HEAD: [&str; 5] = ["workers", "time ms", "speed-up", "efficiency", "serial"];

pub const LONGEST: usize = 30;

pub fn line(cells: [&str; 5], bar: usize) -> String {
    let [workers, time, speedup, efficiency, serial] = cells;
    let bar = "#".repeat(bar);
    let line =
        format!("{workers:>7}  {time:>9}  {speedup:>8}  {efficiency:>10}  {serial:>6}  {bar}");
    format!("{}\n", line.trim_end())
}

pub fn measure(counts: &[usize], repeats: usize, work: &(dyn Fn(usize) + Sync)) -> Vec<Run> {
    let mut runs = Vec::new();
    for &workers in counts {
        let start = Instant::now();
        work(workers);
        let times = vec![start.elapsed(); repeats];
        runs.push(Run { workers, times });
    }
    runs
}

pub fn analyse(runs: &[Run]) -> Vec<Row> {
    let one = runs.first().map(|run| typical(&run.times).as_secs_f64());
    let row = |run: &Run| {
        let p = run.workers as f64;
        let time = typical(&run.times);
        let speedup = one
            .filter(|_| !time.is_zero())
            .map(|one| one / time.as_secs_f64());
        let serial = speedup
            .filter(|s| *s > 0.0 && run.workers > 1)
            .map(|s| (1.0 / s - 1.0 / p) / (1.0 - 1.0 / p));
        Row {
            workers: run.workers,
            time,
            speedup,
            efficiency: speedup.map(|s| s / p),
            serial,
        }
    };
    runs.iter().map(row).collect()
}

fn typical(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    let (low, high) = ((times.len() - 1) / 2, times.len() / 2);
    (times[low] + times[high]) / 2
}

pub fn chart(rows: &[Row]) -> String {
    let longest = rows
        .iter()
        .filter_map(|row| row.speedup)
        .fold(0.0, f64::max);
    let mut lines = line(HEAD, 0);
    for row in rows {
        let bar = match row.speedup {
            Some(speedup) if longest > 0.0 => (LONGEST as f64 * speedup / longest).round() as usize,
            _ => 0,
        };
        let workers = row.workers.to_string();
        let time = format!("{:.2}", row.time.as_secs_f64() * 1e3);
        let speedup = row.speedup.map_or("-".into(), |s| format!("{s:.2}"));
        let percent =
            |part: Option<f64>| part.map_or("-".into(), |p| format!("{:.0} %", p * 100.0));
        let (efficiency, serial): (String, String) = (percent(row.efficiency), percent(row.serial));
        lines += &line([&workers, &time, &speedup, &efficiency, &serial], bar);
    }
    lines
}
