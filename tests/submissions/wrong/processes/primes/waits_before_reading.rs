//! verdict: timed_out
//! Waits for all, then reads: a full pipe never lets a worker end.

use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Stdio};
pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let n = range.end.saturating_sub(range.start);
    let w = workers as u64;
    let mut from = range.start;
    let mut kids: Vec<Child> = Vec::new();
    for i in 0..w {
        let to = from + n / w + u64::from(i < n % w);
        kids.push(
            Command::new(program)
                .args([from.to_string(), to.to_string()])
                .stdout(Stdio::piped())
                .spawn()?,
        );
        from = to;
    }
    let ok = kids
        .iter_mut()
        .map(|c| c.wait().is_ok_and(|s| s.success()))
        .fold(true, |a, b| a & b);
    if !ok {
        return Err(io::Error::other("a worker failed"));
    }
    let mut all = Vec::new();
    for c in &mut kids {
        let mut t = String::new();
        c.stdout.take().unwrap().read_to_string(&mut t)?;
        for l in t.lines() {
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
