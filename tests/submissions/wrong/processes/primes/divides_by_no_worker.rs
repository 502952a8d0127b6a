//! verdict: wrong_result
//! Not more workers than numbers: for no number there is none to divide by.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Stdio};
pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let numbers: Vec<u64> = range.collect();
    let w = workers.min(numbers.len());
    let (least, over) = (numbers.len() / w, numbers.len() % w);
    let mut at = 0;
    let mut kids: Vec<Child> = Vec::new();
    for i in 0..w {
        let to = at + least + usize::from(i < over);
        kids.push(
            Command::new(program)
                .args([numbers[at].to_string(), (numbers[to - 1] + 1).to_string()])
                .stdout(Stdio::piped())
                .spawn()?,
        );
        at = to;
    }
    let outs: Vec<_> = kids.into_iter().map(Child::wait_with_output).collect();
    let mut all = Vec::new();
    for o in outs {
        let o = o?;
        if !o.status.success() {
            return Err(io::Error::other("failed"));
        }
        for l in String::from_utf8_lossy(&o.stdout).lines() {
            all.push(l.parse().map_err(io::Error::other)?);
        }
    }
    Ok(all)
}
pub fn find(share: Range<u64>) -> Vec<u64> {
    let has_divisor = |n: u64| {
        (2..n)
            .take_while(|d| d * d <= n)
            .any(|d| n.is_multiple_of(d))
    };
    share.filter(|n| *n > 1 && !has_divisor(*n)).collect()
}
