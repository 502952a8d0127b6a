//! verdict: leak
//! Prints all the lines, and leaves the workers unwaited for.

use std::env;
use std::io::{self, Read};
use std::process::{self, Command, Stdio};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    if let [role, dish] = arguments
        && role == WORKER
    {
        println!("{dish}, cooked by process {}", process::id());
        return Ok(());
    }
    let mut pipes = Vec::new();
    for dish in arguments {
        let worker = Command::new(env::current_exe()?)
            .args([WORKER, dish])
            .stdout(Stdio::piped())
            .spawn()?;
        pipes.extend(worker.stdout);
    }
    for mut pipe in pipes {
        let mut line = String::new();
        pipe.read_to_string(&mut line)?;
        print!("{line}");
    }
    Ok(())
}
