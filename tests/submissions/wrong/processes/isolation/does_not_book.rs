//! verdict: wrong_result
//! Reports what the children say, and forgets to book it.

use std::io;
use std::path::Path;
use std::process::Command;
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
    let mut lines = Vec::new();
    let mut used = 0;
    for (index, amount) in amounts.iter().enumerate() {
        let output = Command::new(program)
            .args(["take", &amount.to_string()])
            .output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let theirs: u64 = said.trim().parse().map_err(io::Error::other)?;
        used += START - theirs;
        lines.push(format!(
            "child {}: {theirs} kg are left in its store",
            index + 1
        ));
    }
    lines.push(format!("parent: {} kg are in my store", left()));
    lines.push(format!("booked: {} kg are left", left() - used));
    Ok(lines.join("\n"))
}
