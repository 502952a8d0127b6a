//! verdict: wrong_result
//! Puts the arguments into one text and takes it apart again: a dish of two words becomes two arguments.

use std::env;
use std::io;
use std::process::{self, Command};

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    if let Some(dish) = arguments.strip_prefix(&[WORKER.to_string()]) {
        println!("{}, cooked by process {}", dish[0], process::id());
        return Ok(());
    }
    for dish in arguments {
        let line = format!("{WORKER} {dish}");
        let mut worker = Command::new(env::current_exe()?);
        worker.args(line.split_whitespace()).status()?;
    }
    Ok(())
}
