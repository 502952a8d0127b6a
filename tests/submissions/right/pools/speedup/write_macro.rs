//! `write!` into a string, and a function for the cells that may be missing.

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
        let mut times = Vec::new();
        for _ in 0..repeats {
            let start = Instant::now();
            work(workers);
            times.push(start.elapsed());
        }
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
    let speedups: Vec<f64> = rows.iter().map(|row| row.speedup.unwrap_or(0.0)).collect();
    let most = speedups.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let bars = speedups
        .iter()
        .map(|speedup| (speedup / most * LONGEST as f64).round() as usize);
    let cell = |value: Option<f64>, digits: usize, unit: &str| match value {
        Some(value) => format!("{value:.digits$}{unit}"),
        None => String::from("-"),
    };
    let mut text = line(HEAD, 0);
    for (row, bar) in rows.iter().zip(bars) {
        let mut cells = Vec::new();
        cells.push(row.workers.to_string());
        cells.push(cell(Some(row.time.as_secs_f64() * 1000.0), 2, ""));
        cells.push(cell(row.speedup, 2, ""));
        cells.push(cell(row.efficiency.map(|part| part * 100.0), 0, " %"));
        cells.push(cell(row.serial.map(|part| part * 100.0), 0, " %"));
        let cells: Vec<&str> = cells.iter().map(|cell| cell.as_str()).collect();
        text.push_str(&line(cells.try_into().unwrap(), bar));
    }
    text
}
