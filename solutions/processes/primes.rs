//! # Primes: one heap of work, many kitchens
//!
//! Someone must look at every number of a long list and say which are prime. This is not waiting, it is work: it keeps a
//! stove busy all the time. So the head chef cuts the list into parts, one for each kitchen, sends them all off, and puts
//! together what comes back. A fair cut gives nobody more than one number more than anybody else.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// The primes of `range`, smallest first, found by as many processes as there are `workers`, at least one.
///
/// # Errors
///
/// When a worker cannot be started, ends with another exit code than 0, or writes what is no number.
pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let started: Vec<io::Result<Child>> = shares(range, workers as u64)
        .map(|share| start(program, &share))
        .collect();
    // All are waited for before the first error is looked at: `?` in this line would leave the others behind.
    let ended: Vec<io::Result<Output>> = started
        .into_iter()
        .map(|child| child?.wait_with_output())
        .collect();
    let mut primes = Vec::new();
    for output in ended {
        primes.extend(numbers(&output?)?);
    }
    Ok(primes)
}

/// Cuts the range. The first shares have one number more, as long as there are numbers over.
fn shares(range: Range<u64>, workers: u64) -> impl Iterator<Item = Range<u64>> {
    let numbers = range.end.saturating_sub(range.start);
    let (least, over) = (numbers / workers, numbers % workers);
    (0..workers).scan(range.start, move |from, worker| {
        // The decisive line: what is left over is dealt out, one each. `numbers / workers` for everybody loses it, and
        // `div_ceil` gives the last ones too little: 10 numbers for 4 would be 3, 3, 3 and 1.
        let to = *from + least + u64::from(worker < over);
        Some(std::mem::replace(from, to)..to)
    })
}

fn start(program: &Path, share: &Range<u64>) -> io::Result<Child> {
    Command::new(program)
        .args([share.start.to_string(), share.end.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
}

fn numbers(output: &Output) -> io::Result<Vec<u64>> {
    if !output.status.success() {
        return Err(io::Error::other(format!(
            "a worker failed: {}",
            output.status
        )));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| line.parse().map_err(io::Error::other))
        .collect()
}

/// What a worker does with its share: it tries the divisors of each number.
pub fn find(share: Range<u64>) -> Vec<u64> {
    let has_divisor = |n: u64| {
        (2..n)
            .take_while(|d| d * d <= n)
            .any(|d| n.is_multiple_of(d))
    };
    share.filter(|n| *n > 1 && !has_divisor(*n)).collect()
}

// Wrong turns
// - everything to one worker: right primes, one core (wrong/one_worker_does_all.rs is serial).
// - `numbers / workers` for everybody: the last numbers are lost (wrong/loses_the_remainder.rs).
// - the whole remainder to the last worker: it has up to `workers - 1` numbers more (wrong/last_takes_the_rest.rs).
// - `output` in the loop: one worker after the other (wrong/one_by_one.rs is serial).
// - skipping a worker that failed: a list with a hole (wrong/skips_the_failed.rs).
// - `?` while others still run: they are left behind (wrong/leaves_the_others.rs leaks).
