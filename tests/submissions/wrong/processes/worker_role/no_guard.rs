//! verdict: leak
//! Never asks who it is: every worker starts workers.

use std::env;
use std::io;
use std::process::{self, Command};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    let program = env::current_exe()?;
    let mut workers = Vec::new();
    for dish in arguments {
        workers.push(Command::new(&program).args([WORKER, dish]).spawn()?);
    }
    for mut worker in workers {
        worker.wait()?;
    }
    println!(
        "{}, cooked by process {}",
        arguments.join(" "),
        process::id()
    );
    Ok(())
}
