//! A thread asks each child; each books at once what it has heard, behind a lock of the parent's.

use std::io;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

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
    let used = Mutex::new(0);
    let said: io::Result<Vec<u64>> = thread::scope(|scope| {
        let asking: Vec<_> = amounts
            .iter()
            .map(|amount| {
                let used = &used;
                scope.spawn(move || {
                    let mut command = Command::new(program);
                    let output = command.args(["take", &amount.to_string()]).output()?;
                    let said = String::from_utf8_lossy(&output.stdout);
                    let theirs: u64 = said.trim().parse().map_err(io::Error::other)?;
                    *used.lock().unwrap() += START - theirs;
                    Ok(theirs)
                })
            })
            .collect();
        asking
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let mut lines = String::new();
    for (index, theirs) in said?.into_iter().enumerate() {
        let number = index + 1;
        lines.push_str(&format!(
            "child {number}: {theirs} kg are left in its store\n"
        ));
    }
    lines.push_str(&format!("parent: {} kg are in my store\n", left()));
    take(used.into_inner().unwrap());
    lines.push_str(&format!("booked: {} kg are left\n", left()));
    Ok(lines)
}
