//! verdict: wrong_result
//! Nothing at all.

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
    let _ = work;
    let run = |&workers| Run {
        workers,
        times: vec![Duration::from_millis(1); repeats],
    };
    counts.iter().map(run).collect()
}

pub fn analyse(runs: &[Run]) -> Vec<Row> {
    let _ = runs;
    Vec::new()
}

pub fn chart(rows: &[Row]) -> String {
    let _ = (rows, LONGEST);
    line(HEAD, 0)
}
