//! # Isolation: every kitchen has a store of its own
//!
//! The head chef has 100 kg of flour, opens other kitchens, and tells each of them to take some. Each takes it, and each
//! says what is left. The head chef looks into the store, and there are still 100 kg. Every kitchen was built with a store
//! of its own, and took from that. What a kitchen has used, the head chef knows only from what it has said.

use std::fmt::Write;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

/// How much flour a store holds at the start, in kilograms.
pub const START: u64 = 100;

/// How much flour is in the store of this process, in kilograms.
static STORE: AtomicU64 = AtomicU64::new(START);

/// What is in the store of this process, in kilograms.
pub fn left() -> u64 {
    STORE.load(Ordering::SeqCst)
}

/// Takes so many `kilograms` out of the store of this process. Returns what is left in it.
pub fn take(kilograms: u64) -> u64 {
    // Atomic for the threads of this process. No other process can reach it, whatever its type.
    STORE.fetch_sub(kilograms, Ordering::SeqCst) - kilograms
}

/// Lets a process of the `program` take each of the `amounts`, and reports who has what.
///
/// # Errors
///
/// When a child cannot be started, or says no number.
pub fn report(program: &Path, amounts: &[u64]) -> io::Result<String> {
    let children: Vec<Child> = amounts
        .iter()
        .map(|amount| {
            Command::new(program)
                .args(["take", &amount.to_string()])
                .stdout(Stdio::piped())
                .spawn()
        })
        .collect::<io::Result<_>>()?;
    // All are waited for before the first word is looked at: an error must not leave the others behind.
    let ended: Vec<io::Result<Output>> =
        children.into_iter().map(Child::wait_with_output).collect();
    let mut text = String::new();
    let mut used = 0;
    for (number, output) in (1..).zip(ended) {
        // The decisive line: what a child has is known from its own words. To look into the store here shows another store.
        let theirs = number_in(&output?.stdout)?;
        used += START - theirs;
        let _ = writeln!(text, "child {number}: {theirs} kg are left in its store");
    }
    let _ = writeln!(text, "parent: {} kg are in my store", left());
    let _ = writeln!(text, "booked: {} kg are left", take(used));
    Ok(text)
}

fn number_in(said: &[u8]) -> io::Result<u64> {
    let said = String::from_utf8_lossy(said);
    // Bytes from another program may be anything: what is no number is an error of the outside, not a bug in here.
    let number = said.trim().parse();
    number.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

// Wrong turns
// - looking into the own store for what the child has: always 100 (wrong/reads_the_parents_copy.rs).
// - `take` in the parent too, "so that it sees the change": then nobody had to be asked (wrong/takes_in_the_parent.rs).
// - booking what was ordered, not what was said: right as long as everybody obeys (wrong/books_the_orders.rs).
// - `?` at the first child that says nonsense: the others are left behind (wrong/leaves_the_others.rs leaks).
// - a difference without a store: `START` minus the amount, whatever was taken before (wrong/forgets_what_was_taken.rs).
