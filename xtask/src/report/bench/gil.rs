//! What threads bring to computing and to waiting, with one lock for all and without it.

use std::time::Duration;

use crate::report::page::Page;
use crate::report::style::{FAINT, GOOD, STRONG, WARNING, paint};
use crate::report::words::count;

/// The longest bar.
const WIDEST: usize = 40;

/// A gain that is one, and no noise.
const GAIN: f64 = 1.25;

/// Of a core, below which something else runs too.
const QUIET: f64 = 0.9;

/// All that was measured.
#[derive(Debug)]
pub(crate) struct Picture {
    /// How many threads this machine runs at the same moment.
    pub(crate) cores: usize,
    /// How many runs each time is the median of.
    pub(crate) runs: u32,
    /// What part of a core a thread gets that computes alone: the median.
    pub(crate) share: f64,
    /// What is known of Python here.
    pub(crate) python: Python,
    /// The programs, in the order in which they are shown.
    pub(crate) programs: Vec<Program>,
}

/// Whether Python was measured too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Python {
    /// It was.
    Measured {
        /// `3.14.0`
        version: String,
        /// What `sys._is_gil_enabled()` says; none where there is no such function.
        gil: Option<bool>,
    },
    /// There is no `python3`.
    Missing,
    /// There is one, and it has not done what it should: why.
    Failed(String),
}

impl Python {
    /// How its program is called in the picture.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Measured {
                gil: Some(false), ..
            } => "Python, GIL off",
            _ => "Python, GIL on",
        }
    }
}

/// One program and its times.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    /// `Rust under a Gil`
    pub(crate) name: String,
    /// Counting, by number of threads.
    pub(crate) computing: Vec<Time>,
    /// Waiting, by number of threads.
    pub(crate) waiting: Vec<Time>,
}

/// How long so many threads take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) threads: usize,
    pub(crate) took: Duration,
}

/// Bars for each program, and the gain in numbers.
pub(crate) fn picture(mut page: Page, bench: &Picture) -> String {
    let cores = count(bench.cores, "core");
    let runs = match bench.runs {
        1 => "1 run".to_owned(),
        runs => format!("medians of {runs} runs"),
    };
    page.paragraph(&paint(
        STRONG,
        format!("What threads bring, on {cores} ({runs})"),
    ));
    page.paragraph(&about(&bench.python));
    if bench.share < QUIET {
        let percent = bench.share * 100.0;
        page.paragraph(&paint(WARNING, format!(
            "The machine is busy: a thread that computes alone got {percent:.0} % of a core. Measure again when it is quiet."
        )));
    }
    for (title, of) in WORKS {
        page.blank().paragraph(title);
        for program in &bench.programs {
            page.indented(&paint(STRONG, &program.name));
            rows(&mut page, of(program));
        }
    }
    page.blank();
    for (title, of) in WORKS {
        let work = title.split(':').next().unwrap_or(title);
        page.hanging("", "  ", &gains(&page, work, &bench.programs, of));
    }
    page.paragraph(
        "Under one lock threads take turns at computing. Who waits lets go of it, so waiting overlaps.",
    );
    page.finish()
}

type Of = fn(&Program) -> &[Time];

/// The two kinds of work. All programs divide the same amount of it among their threads.
const WORKS: [(&str, Of); 2] = [
    ("computing: a count, divided among the threads", |program| {
        &program.computing
    }),
    ("waiting: 8 waits, divided among the threads", |program| {
        &program.waiting
    }),
];

fn about(python: &Python) -> String {
    let says = |version: &str, what: &str| format!("python3 is Python {version}. {what}");
    match python {
        Python::Measured { version, gil: None } => says(
            version,
            "It has no sys._is_gil_enabled(): its GIL is always on.",
        ),
        Python::Measured {
            version,
            gil: Some(true),
        } => says(version, "sys._is_gil_enabled() is True: its GIL is on."),
        Python::Measured {
            version,
            gil: Some(false),
        } => says(
            version,
            "sys._is_gil_enabled() is False: it is free-threaded.",
        ),
        Python::Missing => "python3 is not on the path, so here is Rust alone.".to_owned(),
        Python::Failed(why) => format!("python3 gave no times, so here is Rust alone: {why}"),
    }
}

/// A line for each number of threads. The longest of the times has the longest bar.
fn rows(page: &mut Page, times: &[Time]) {
    let longest = times.iter().map(|time| time.took).max().unwrap_or_default();
    for time in times {
        let label = count(time.threads, "thread");
        let gain = gain(times, time).filter(|_| time.threads > 1);
        let factor = gain.map_or_else(String::new, |gain| factor(page, gain));
        let numbers = format!("{label:<9}  {:>7}  {factor:>6}", duration(time.took));
        let room = page.width().saturating_sub(4 + numbers.len() + 2);
        if room < 4 {
            let numbers: Vec<&str> = numbers.split_whitespace().collect();
            page.hanging("    ", "      ", &numbers.join(" "));
            continue;
        }
        let sign = page.sign("█", "#");
        let bar = sign.repeat(length(time.took, longest, room.min(WIDEST)));
        let style = match gain {
            None => FAINT,
            Some(gain) if gain >= GAIN => GOOD,
            Some(_) => WARNING,
        };
        page.verbatim(&format!("    {numbers}  {}", paint(style, bar)));
    }
}

/// `computing, 4 threads against 1: Python 1.0 ×, Rust 1.9 ×`
fn gains(page: &Page, work: &str, programs: &[Program], of: Of) -> String {
    let most = |times: &[Time]| times.iter().max_by_key(|time| time.threads).copied();
    let threads = programs.iter().filter_map(|program| most(of(program)));
    let threads = threads.map(|time| time.threads).max().unwrap_or_default();
    let gains: Vec<String> = programs
        .iter()
        .filter_map(|program| {
            let gain = gain(of(program), &most(of(program))?)?;
            Some(format!("{} {}", program.name, factor(page, gain)))
        })
        .collect();
    format!("{work}, {threads} threads against 1: {}", gains.join(", "))
}

/// How many times as fast as one thread.
fn gain(times: &[Time], time: &Time) -> Option<f64> {
    let one = times.iter().find(|time| time.threads == 1)?;
    let took = time.took.as_secs_f64();
    (took > 0.0).then(|| one.took.as_secs_f64() / took)
}

fn factor(page: &Page, gain: f64) -> String {
    format!("{gain:.1} {}", page.sign("×", "x"))
}

/// In three or four digits: `0.4 ms`, `212 ms`, `1.24 s`.
fn duration(took: Duration) -> String {
    let milliseconds = took.as_secs_f64() * 1e3;
    match milliseconds {
        ..10.0 => format!("{milliseconds:.1} ms"),
        ..1_000.0 => format!("{milliseconds:.0} ms"),
        _ => format!("{:.2} s", took.as_secs_f64()),
    }
}

/// Columns of a bar, at least one.
fn length(took: Duration, longest: Duration, room: usize) -> usize {
    let longest = longest.as_secs_f64();
    if longest == 0.0 {
        return 1;
    }
    let columns = (took.as_secs_f64() / longest * room as f64).round() as usize;
    columns.clamp(1, room)
}

#[cfg(test)]
mod tests;
