//! verdict: wrong_result
//! The head writes the line with its own id, and lets the workers cook for nobody.

use std::env;
use std::io;
use std::process::{self, Command, Stdio};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    if let [role, dish] = arguments
        && role == WORKER
    {
        println!("{dish}, cooked by process {}", process::id());
        return Ok(());
    }
    for dish in arguments {
        Command::new(env::current_exe()?)
            .args([WORKER, dish])
            .stdout(Stdio::null())
            .status()?;
        println!("{dish}, cooked by process {}", process::id());
    }
    Ok(())
}
