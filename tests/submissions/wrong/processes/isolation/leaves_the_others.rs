//! verdict: leak
//! The first child that says nonsense ends it, and nobody waits for the others.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
pub const START: u64 = 100;
static STORE: AtomicU64 = AtomicU64::new(START);
pub fn left() -> u64 {
    STORE.load(Ordering::SeqCst)
}
pub fn take(k: u64) -> u64 {
    STORE.fetch_sub(k, Ordering::SeqCst) - k
}
pub fn report(program: &Path, amounts: &[u64]) -> io::Result<String> {
    let kids: Vec<Child> = amounts
        .iter()
        .map(|a| {
            Command::new(program)
                .args(["take", &a.to_string()])
                .stdout(Stdio::piped())
                .spawn()
        })
        .collect::<io::Result<_>>()?;
    let mut text = String::new();
    let mut used = 0;
    for (i, c) in kids.into_iter().enumerate() {
        let o = c.wait_with_output()?;
        let n: u64 = String::from_utf8_lossy(&o.stdout)
            .trim()
            .parse()
            .map_err(io::Error::other)?;
        used += START - n;
        text += &format!("child {}: {n} kg are left in its store\n", i + 1);
    }
    text += &format!("parent: {} kg are in my store\n", left());
    text += &format!("booked: {} kg are left\n", take(used));
    Ok(text)
}
