//! verdict: wrong_result
//! One worker cooks all the dishes.

use std::env;
use std::io;
use std::process::{self, Command};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    match arguments.split_first() {
        None => {}
        Some((role, dishes)) if role == WORKER => {
            for dish in dishes {
                println!("{dish}, cooked by process {}", process::id());
            }
        }
        Some(_) => {
            let mut worker = Command::new(env::current_exe()?);
            worker.arg(WORKER).args(arguments).status()?;
        }
    }
    Ok(())
}
