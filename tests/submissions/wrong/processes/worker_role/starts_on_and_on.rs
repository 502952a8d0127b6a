//! verdict: leak
//! Starts the next worker as long as the one before has not ended at once: without end.

use std::env;
use std::io;
use std::process::{self, Command};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    if let [role, dish] = arguments
        && role == WORKER
    {
        println!("{dish}, cooked by process {}", process::id());
        return Ok(());
    }
    for dish in arguments {
        let mut worker = Command::new(env::current_exe()?);
        worker.args([WORKER, dish]);
        while worker.spawn()?.try_wait()?.is_none() {}
    }
    Ok(())
}
