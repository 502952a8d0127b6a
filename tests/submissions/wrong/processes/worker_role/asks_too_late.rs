//! verdict: leak
//! Asks who it is when the workers have been started already.

use std::env;
use std::io;
use std::process::{self, Command};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    let program = env::current_exe()?;
    let mut workers = Vec::new();
    for dish in arguments.iter().filter(|argument| *argument != WORKER) {
        workers.push(Command::new(&program).args([WORKER, dish]).spawn()?);
    }
    if arguments.first().is_some_and(|first| first == WORKER) {
        println!("{}, cooked by process {}", arguments[1], process::id());
        return Ok(());
    }
    for mut worker in workers {
        worker.wait()?;
    }
    Ok(())
}
