//! verdict: leak
//! The first error ends it, and the other workers are left behind.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let started: Vec<io::Result<Child>> = shares(range, workers as u64)
        .into_iter()
        .map(|share| start(program, &share))
        .collect();
    let mut primes = Vec::new();
    for child in started {
        let output: Output = child?.wait_with_output()?;
        primes.extend(numbers(&output)?);
    }
    Ok(primes)
}

fn start(program: &Path, share: &Range<u64>) -> io::Result<Child> {
    Command::new(program)
        .args([share.start.to_string(), share.end.to_string()])
        .stdout(Stdio::piped())
        .spawn()
}

fn numbers(output: &Output) -> io::Result<Vec<u64>> {
    if !output.status.success() {
        return Err(io::Error::other("a worker failed"));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| line.parse().map_err(io::Error::other))
        .collect()
}

fn shares(range: Range<u64>, workers: u64) -> Vec<Range<u64>> {
    let length = range.end - range.start;
    let bound = |i| range.start + length * i / workers;
    (0..workers).map(|i| bound(i)..bound(i + 1)).collect()
}

pub fn find(share: Range<u64>) -> Vec<u64> {
    let is_prime = |n: &u64| *n > 1 && (2..).take_while(|d| d * d <= *n).all(|d| n % d > 0);
    share.filter(is_prime).collect()
}
