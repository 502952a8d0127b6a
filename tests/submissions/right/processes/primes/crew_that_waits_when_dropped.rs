//! A guard waits for each worker, so `?` may be used at once; results are sorted at the end.

use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Stdio};

struct Kitchen(Child);

impl Drop for Kitchen {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let length = range.end - range.start;
    let mut lengths = vec![length / workers as u64; workers];
    for longer in lengths.iter_mut().take((length % workers as u64) as usize) {
        *longer += 1;
    }
    let mut kitchens = Vec::new();
    let mut from = range.start;
    for length in lengths {
        let mut command = Command::new(program);
        command.args([from, from + length].map(|n| n.to_string()));
        kitchens.push(Kitchen(command.stdout(Stdio::piped()).spawn()?));
        from += length;
    }
    let mut primes: Vec<u64> = Vec::new();
    for kitchen in kitchens.iter_mut().rev() {
        let mut text = String::new();
        kitchen.0.stdout.take().unwrap().read_to_string(&mut text)?;
        if kitchen.0.wait()?.code() != Some(0) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        for word in text.split_whitespace() {
            primes.push(word.parse().map_err(|_| io::ErrorKind::InvalidData)?);
        }
    }
    primes.sort_unstable();
    Ok(primes)
}

pub fn find(share: Range<u64>) -> Vec<u64> {
    let is_prime = |n: &u64| *n > 1 && (2..).take_while(|d| d * d <= *n).all(|d| n % d > 0);
    share.filter(is_prime).collect()
}
