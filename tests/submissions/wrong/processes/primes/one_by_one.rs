//! verdict: serial
//! A fair cut, and then one worker after the other.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::process::Command;

pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let (length, workers) = (range.end - range.start, workers as u64);
    let bound = |i: u64| (range.start + length * i / workers).to_string();
    let mut primes = Vec::new();
    for i in 0..workers {
        let output = Command::new(program)
            .arg(bound(i))
            .arg(bound(i + 1))
            .output()?;
        if !output.status.success() {
            return Err(io::Error::other("a worker failed"));
        }
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            primes.push(line.parse().map_err(io::Error::other)?);
        }
    }
    Ok(primes)
}

pub fn find(share: Range<u64>) -> Vec<u64> {
    let is_prime = |n: &u64| *n > 1 && (2..).take_while(|d| d * d <= *n).all(|d| n % d > 0);
    share.filter(is_prime).collect()
}
