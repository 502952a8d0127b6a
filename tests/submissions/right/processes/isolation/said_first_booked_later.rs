//! Collects all the numbers first; report and booking are made from the list.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

pub const START: u64 = 100;

static STORE: AtomicU64 = AtomicU64::new(START);

pub fn left() -> u64 {
    STORE.load(Ordering::SeqCst)
}

pub fn take(kilograms: u64) -> u64 {
    let before = STORE.load(Ordering::SeqCst);
    STORE.store(before - kilograms, Ordering::SeqCst);
    before - kilograms
}

pub fn report(program: &Path, amounts: &[u64]) -> io::Result<String> {
    let said = amounts
        .iter()
        .map(|amount| ask(program, *amount))
        .collect::<io::Result<Vec<u64>>>()?;
    let mut report: String = (1..)
        .zip(&said)
        .map(|(number, theirs)| format!("child {number}: {theirs} kg are left in its store\n"))
        .collect();
    report += &format!("parent: {} kg are in my store\n", left());
    let used: u64 = said.iter().map(|theirs| START - theirs).sum();
    report += &format!("booked: {} kg are left\n", take(used));
    Ok(report)
}

fn ask(program: &Path, amount: u64) -> io::Result<u64> {
    let mut child = Command::new(program)
        .args(["take", &format!("{amount}")])
        .stdout(Stdio::piped())
        .spawn()?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line)?;
    child.wait()?;
    line.trim_end()
        .parse()
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, line))
}
