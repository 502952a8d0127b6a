//! # Speed-up: does a fourth cook pay?
//!
//! The kitchen has pools now. The owner asks what they are worth: how much faster are two cooks than one, and four than
//! two? Part of the work can never be shared, such as opening the door in the morning. However many cooks there are,
//! they wait for that. So the gain becomes smaller with every cook, and there is an end to it.

use std::time::{Duration, Instant};

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

/// One line of the chart.
pub fn line(cells: [&str; 5], bar: usize) -> String {
    let [workers, time, speedup, efficiency, serial] = cells;
    let bar = "#".repeat(bar);
    let line =
        format!("{workers:>7}  {time:>9}  {speedup:>8}  {efficiency:>10}  {serial:>6}  {bar}");
    format!("{}\n", line.trim_end())
}

/// Measures `work` with each number of workers, `repeats` times each.
pub fn measure(counts: &[usize], repeats: usize, work: &(dyn Fn(usize) + Sync)) -> Vec<Run> {
    let one = |workers| {
        // The clock is read around each call. Read around all of them, it could only tell the mean.
        let start = Instant::now();
        work(workers);
        start.elapsed()
    };
    counts
        .iter()
        .map(|&workers| Run {
            workers,
            times: (0..repeats).map(|_| one(workers)).collect(),
        })
        .collect()
}

/// What the runs say. The first of them, if there is any, is that with 1 worker.
pub fn analyse(runs: &[Run]) -> Vec<Row> {
    let medians: Vec<Duration> = runs.iter().map(|run| median(&run.times)).collect();
    let rows = runs.iter().zip(&medians);
    rows.map(|(run, time)| {
        let workers = run.workers as f64;
        // The decisive line: the time of one worker is above, so that more is better. Seconds, because whole
        // milliseconds would cut off what fast work takes.
        let speedup = ratio(medians[0].as_secs_f64(), time.as_secs_f64());
        Row {
            workers: run.workers,
            time: *time,
            speedup,
            efficiency: speedup.map(|speedup| speedup / workers),
            serial: speedup
                .and_then(|speedup| ratio(1.0, speedup))
                .and_then(|inverse| ratio(inverse - 1.0 / workers, 1.0 - 1.0 / workers)),
        }
    })
    .collect()
}

/// The middle of the times. One slow run in three moves the mean as far as it likes, and the median not at all.
fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort();
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        1 => sorted[middle],
        _ => (sorted[middle - 1] + sorted[middle]) / 2,
    }
}

fn ratio(above: f64, below: f64) -> Option<f64> {
    (below != 0.0).then(|| above / below)
}

/// The rows as a bar chart, at most 80 columns wide.
pub fn chart(rows: &[Row]) -> String {
    let largest = (rows.iter().filter_map(|row| row.speedup)).fold(0.0, f64::max);
    let mut chart = line(HEAD, 0);
    for row in rows {
        let bar = ratio(row.speedup.unwrap_or(0.0), largest).unwrap_or(0.0) * LONGEST as f64;
        let percent = |part: f64| format!("{:.0} %", part * 100.0);
        let cells = [
            row.workers.to_string(),
            format!("{:.2}", row.time.as_secs_f64() * 1000.0),
            or_dash(row.speedup.map(|speedup| format!("{speedup:.2}"))),
            or_dash(row.efficiency.map(percent)),
            or_dash(row.serial.map(percent)),
        ];
        chart += &line(cells.each_ref().map(String::as_str), bar.round() as usize);
    }
    chart
}

fn or_dash(cell: Option<String>) -> String {
    cell.unwrap_or_else(|| "-".to_string())
}

// Wrong turns
// - the mean of the runs: one bad run is in all that follows (wrong/mean_of_runs.rs).
// - the time of many workers above: a speed-up that falls as it should rise (wrong/upside_down.rs).
// - one minus the efficiency for the serial part: it grows with the workers, though the work is the same
//   (wrong/lost_efficiency.rs).
// - `as usize` without `round`: nearly every bar is one too short (wrong/bars_cut_off.rs).
// - whole milliseconds: a panic when something takes less than one (wrong/divides_by_zero.rs).
