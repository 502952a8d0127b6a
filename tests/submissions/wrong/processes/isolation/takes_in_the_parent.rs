//! verdict: wrong_result
//! Takes in the parent what the child was to take, and asks nobody.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

pub const START: u64 = 100;

static STORE: AtomicU64 = AtomicU64::new(START);

pub fn left() -> u64 {
    STORE.load(Ordering::SeqCst)
}

pub fn take(kilograms: u64) -> u64 {
    STORE.fetch_sub(kilograms, Ordering::SeqCst);
    left()
}

pub fn report(program: &Path, amounts: &[u64]) -> io::Result<String> {
    std::fs::metadata(program)?;
    let mut lines = Vec::new();
    for (index, amount) in amounts.iter().enumerate() {
        let theirs = take(*amount);
        lines.push(format!(
            "child {}: {theirs} kg are left in its store",
            index + 1
        ));
    }
    lines.push(format!("parent: {} kg are in my store", left()));
    lines.push(format!("booked: {} kg are left", left()));
    Ok(lines.join("\n"))
}
