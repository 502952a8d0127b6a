//! # Worker role: one program, two parts to play
//!
//! The owner has one recipe book and opens kitchens with it. Page one says: "open a kitchen for each dish". The new kitchen
//! opens the same book at page one, and opens kitchens. In the evening the town has nothing else. So page one must first
//! ask: who am I? The head kitchen opens others. A worker's kitchen cooks its dish, and opens nothing.

use std::env;
use std::io::{self, Write};
use std::process::{self, Child, Command, Stdio};

/// The first argument of a worker.
pub const WORKER: &str = "--worker";

/// All that the program does. `arguments` are those it was called with, without its own name: the function `main` does
/// nothing but call this.
///
/// # Errors
///
/// When a worker cannot be started or waited for, or nobody reads the output.
pub fn run(arguments: &[String]) -> io::Result<()> {
    // The decisive line: the question comes before anything that a worker must not do again.
    match arguments {
        [role, dish] if role == WORKER => cook(dish),
        dishes => delegate(dishes),
    }
}

fn cook(dish: &str) -> io::Result<()> {
    // Not `println!`: it panics when the head has gone and nobody reads any more.
    writeln!(io::stdout(), "{dish}, cooked by process {}", process::id())
}

fn delegate(dishes: &[String]) -> io::Result<()> {
    // Not the first word of the command line: that is whatever the caller has put there.
    let program = env::current_exe()?;
    let workers: Vec<Child> = dishes
        .iter()
        .map(|dish| {
            Command::new(&program)
                .args([WORKER, dish])
                .stdout(Stdio::piped())
                .spawn()
        })
        .collect::<io::Result<_>>()?;
    for worker in workers {
        // With a pipe for each, all can cook at once and the lines still come in order.
        let output = worker.wait_with_output()?;
        io::stdout().write_all(&output.stdout)?;
    }
    Ok(())
}

// Wrong turns
// - no question at all: workers start workers (wrong/no_guard.rs fills the machine, until it is stopped).
// - the question, but no answer to it: a worker that is not told so is a head (wrong/role_not_given.rs).
// - the question after the loop: too late, for the same reason (wrong/asks_too_late.rs).
// - no `wait`: the head goes home, and the workers cook for nobody (wrong/never_waits.rs leaks).
// - no second process: the head cooks all by itself (wrong/cooks_alone.rs).
// - a program by its name: the system looks for it somewhere else (wrong/known_by_name.rs).
