//! # Speed-up: does a fourth cook pay?
//!
//! The kitchen has pools now. The owner asks what they are worth: how much faster are two cooks than one, and four than
//! two? Part of the work can never be shared, such as opening the door in the morning. However many cooks there are,
//! they wait for that. So the gain becomes smaller with every cook, and there is an end to it.
//!
//! **In Python** this is `timeit.repeat`, whose documentation warns of the mean, because what else ran on the machine is in
//! it, and advises the minimum. In Rust `Instant` measures, and the care is the same. One run tells nothing, the mean is
//! spoiled by one bad run, and the minimum is seldom seen again. Here the median counts: it is what is usual.
//!
//! **Your task**
//! 1. `measure`: for each of the `counts` calls `work(count)` exactly `repeats` times, never two at once, and takes the
//!    time of each call.
//! 2. `analyse`: the first run is that with 1 worker. With `t` for the median of a run's times, and `p` workers:
//!    speed-up `s = t1 / tp`, efficiency `s / p`, serial part `(1/s - 1/p) / (1 - 1/p)` (Karp and Flatt, 1990; it is
//!    Amdahl's law of 1967, solved for the part that cannot be shared). Where one would be a division by zero, it is
//!    `None`. For an even number of times the median is the mean of the two in the middle.
//! 3. `chart`: a line with `HEAD`, and then a line for each row, made by `line`. The time is in milliseconds with two
//!    digits behind the point, the speed-up has two, efficiency and serial part are percentages without any, as in
//!    `75 %`. What is `None` is a `-`. The bar of the largest speed-up is as long as `LONGEST`, the others in
//!    proportion, rounded to the nearest length.
//!
//! **Leave alone:** the public names, the signatures, `line`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::time::Duration;

/// What was measured with one number of workers.
#[derive(Clone, Debug)]
pub struct Run {
    /// How many worked.
    pub workers: usize,
    /// How long each call took, in the order of the calls. At least one.
    pub times: Vec<Duration>,
}

/// What it says.
#[derive(Clone, Debug)]
pub struct Row {
    /// How many worked.
    pub workers: usize,
    /// The median of the times.
    pub time: Duration,
    /// How many times as fast as 1 worker.
    pub speedup: Option<f64>,
    /// Which part of a worker's time was useful; 1 is all of it.
    pub efficiency: Option<f64>,
    /// The part of the work that was not shared; 0 is nothing of it. There is none for 1 worker.
    pub serial: Option<f64>,
}

/// The names of the columns.
pub const HEAD: [&str; 5] = ["workers", "time ms", "speed-up", "efficiency", "serial"];

/// The length of the longest bar.
pub const LONGEST: usize = 30;

/// One line of the chart. Nothing is to do here.
pub fn line(cells: [&str; 5], bar: usize) -> String {
    let [workers, time, speedup, efficiency, serial] = cells;
    let bar = "#".repeat(bar);
    let line =
        format!("{workers:>7}  {time:>9}  {speedup:>8}  {efficiency:>10}  {serial:>6}  {bar}");
    format!("{}\n", line.trim_end())
}

/// Measures `work` with each number of workers, `repeats` times each.
pub fn measure(counts: &[usize], repeats: usize, work: &(dyn Fn(usize) + Sync)) -> Vec<Run> {
    // TODO 1: when does the clock start, and when is it read?
    let _ = work;
    todo!("measure {repeats} calls with each of {counts:?}")
}

/// What the runs say. The first of them, if there is any, is that with 1 worker.
pub fn analyse(runs: &[Run]) -> Vec<Row> {
    // TODO 2: the medians, and what follows from them.
    todo!("analyse {} runs", runs.len())
}

/// The rows as a bar chart, at most 80 columns wide.
pub fn chart(rows: &[Row]) -> String {
    // TODO 3: how long is each bar?
    todo!("draw {} rows", rows.len())
}
