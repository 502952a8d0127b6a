//! verdict: wrong_result
//! Whether all went well is asked of the first worker only.

use std::io;
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
    let mut all = Vec::new();
    let mut first = None;
    let mut bad = false;
    for c in kids {
        let o = c.wait_with_output()?;
        first.get_or_insert(o.status.success());
        for l in String::from_utf8_lossy(&o.stdout).lines() {
            match l.parse() {
                Ok(n) => all.push(n),
                Err(_) => bad = true,
            }
        }
    }
    if bad || first == Some(false) {
        return Err(io::Error::other("failed"));
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
