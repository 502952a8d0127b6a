//! verdict: serial
//! Finds the primes itself, and starts nobody.

use std::io;
use std::ops::Range;
use std::path::Path;

pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    assert!(program.is_file() && workers > 0);
    Ok(find(range))
}

pub fn find(share: Range<u64>) -> Vec<u64> {
    let is_prime = |n: &u64| *n > 1 && (2..).take_while(|d| d * d <= *n).all(|d| n % d > 0);
    share.filter(is_prime).collect()
}
