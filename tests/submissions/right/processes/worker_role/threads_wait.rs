//! A thread waits for each worker, and their `join`s give the lines in order.

use std::process::Command;
use std::{env, io, process, thread};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    let dishes = match arguments.split_first() {
        Some((role, rest)) if role == WORKER => {
            println!("{}, cooked by process {}", rest.join(" "), process::id());
            return Ok(());
        }
        _ => arguments,
    };
    let program = &env::current_exe()?;
    thread::scope(|scope| {
        let mut cooks = Vec::new();
        for dish in dishes {
            cooks.push(scope.spawn(move || Command::new(program).args([WORKER, dish]).output()));
        }
        for cook in cooks {
            let output = cook.join().expect("no thread panics")?;
            print!("{}", String::from_utf8_lossy(&output.stdout));
        }
        Ok(())
    })
}
