//! verdict: wrong_result
//! The last one comes out first: the workers are taken off the end of the list.

use std::env;
use std::io;
use std::process::{self, Command, Stdio};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    if arguments.len() == 2 && arguments[0] == WORKER {
        println!("{}, cooked by process {}", arguments[1], process::id());
        return Ok(());
    }
    let mut workers = Vec::new();
    for dish in arguments {
        let mut command = Command::new(env::current_exe()?);
        command.args([WORKER, dish]).stdout(Stdio::piped());
        workers.push(command.spawn()?);
    }
    while let Some(worker) = workers.pop() {
        print!(
            "{}",
            String::from_utf8_lossy(&worker.wait_with_output()?.stdout)
        );
    }
    Ok(())
}
