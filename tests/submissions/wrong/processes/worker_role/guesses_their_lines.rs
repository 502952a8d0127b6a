//! verdict: wrong_result
//! Starts the workers and waits for them, but writes their lines itself: it knows the ids.

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
        let mut worker = Command::new(env::current_exe()?)
            .args([WORKER, dish])
            .stdout(Stdio::null())
            .spawn()?;
        println!("{dish}, cooked by process {}", worker.id());
        worker.wait()?;
    }
    Ok(())
}
