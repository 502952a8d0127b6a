//! verdict: wrong_result
//! The head cooks everything itself.

use std::io;
use std::process;

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    for dish in arguments.iter().filter(|argument| *argument != WORKER) {
        println!("{dish}, cooked by process {}", process::id());
    }
    Ok(())
}
