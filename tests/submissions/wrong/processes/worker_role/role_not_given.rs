//! verdict: leak
//! Forgets the worker's own argument, so each worker is a head of one dish.

use std::env;
use std::io;
use std::process::{self, Command};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    match arguments {
        [role, dish] if role == WORKER => println!("{dish}, cooked by process {}", process::id()),
        dishes => {
            for dish in dishes {
                Command::new(env::current_exe()?).arg(dish).status()?;
            }
        }
    }
    Ok(())
}
