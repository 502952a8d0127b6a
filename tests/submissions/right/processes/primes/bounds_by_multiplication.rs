//! The bounds are fractions of the range; a thread waits for each worker.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::thread;

pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let (length, workers) = (range.end - range.start, workers as u64);
    let bound = |i: u64| range.start + length * i / workers;
    let outputs: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|i| {
                let (from, to) = (bound(i).to_string(), bound(i + 1).to_string());
                scope.spawn(|| Command::new(program).arg(from).arg(to).output())
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let mut primes = Vec::new();
    for output in outputs {
        let output = output?;
        if !output.status.success() {
            return Err(io::Error::other("a worker failed"));
        }
        let text = String::from_utf8(output.stdout).map_err(io::Error::other)?;
        for line in text.lines() {
            primes.push(line.parse().map_err(io::Error::other)?);
        }
    }
    Ok(primes)
}

pub fn find(share: Range<u64>) -> Vec<u64> {
    let is_prime = |n: &u64| *n > 1 && (2..).take_while(|d| d * d <= *n).all(|d| n % d > 0);
    share.filter(is_prime).collect()
}
