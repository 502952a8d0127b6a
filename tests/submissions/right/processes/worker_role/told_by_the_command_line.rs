//! Starts what the first word of the command line names, as a C programmer would with `argv[0]`.

use std::io;
use std::process::{Command, Stdio};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    if arguments.len() == 2 && arguments[0] == WORKER {
        println!("{}, cooked by process {}", arguments[1], std::process::id());
        return Ok(());
    }
    let program = std::env::args_os().next().expect("a program has a name");
    let mut workers = vec![];
    for dish in arguments {
        let worker = Command::new(&program)
            .arg(WORKER)
            .arg(dish)
            .stdout(Stdio::piped())
            .spawn()?;
        workers.push(worker);
    }
    for worker in workers {
        print!(
            "{}",
            String::from_utf8_lossy(&worker.wait_with_output()?.stdout)
        );
    }
    Ok(())
}
