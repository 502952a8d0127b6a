//! verdict: wrong_result
//! Starts a program of that name, wherever the system finds one.

use std::io;
use std::process::{self, Command};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    match arguments {
        [role, dish] if role == WORKER => println!("{dish}, cooked by process {}", process::id()),
        dishes => {
            for dish in dishes {
                Command::new("./worker_role")
                    .args([WORKER, dish])
                    .status()?;
            }
        }
    }
    Ok(())
}
