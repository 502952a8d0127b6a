//! Each worker gets its part of what is left; the first error is kept until all have ended.

use std::io::{self, BufRead, BufReader};
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Stdio};

pub fn primes(program: &Path, mut range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let mut error = None;
    let mut children = Vec::new();
    for left in (1..=workers as u64).rev() {
        let length = (range.end - range.start).div_ceil(left);
        let to = range.start + length;
        let child = Command::new(program)
            .arg(range.start.to_string())
            .arg(to.to_string())
            .stdout(Stdio::piped())
            .spawn();
        range.start = to;
        match child {
            Ok(child) => children.push(child),
            Err(failed) => error = Some(failed),
        }
    }
    let mut primes = Vec::new();
    for child in children {
        match read(child) {
            Ok(found) => primes.extend(found),
            Err(failed) => error = Some(failed),
        }
    }
    error.map_or(Ok(primes), Err)
}

fn read(mut child: Child) -> io::Result<Vec<u64>> {
    let mut numbers = Vec::new();
    let mut all_are_numbers = true;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        match line.map(|line| line.parse()) {
            Ok(Ok(number)) => numbers.push(number),
            _ => all_are_numbers = false,
        }
    }
    if child.wait()?.success() && all_are_numbers {
        Ok(numbers)
    } else {
        Err(io::Error::other("not a list of primes"))
    }
}

pub fn find(share: Range<u64>) -> Vec<u64> {
    let is_prime = |n: &u64| *n > 1 && (2..).take_while(|d| d * d <= *n).all(|d| n % d > 0);
    share.filter(is_prime).collect()
}
