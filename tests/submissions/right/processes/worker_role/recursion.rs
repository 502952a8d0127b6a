//! The first dish, then the rest in the same way.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{self, Command, Stdio};
pub const WORKER: &str = "--worker";
pub fn run(arguments: &[String]) -> io::Result<()> {
    match arguments {
        [r, d] if r == WORKER => {
            println!("{d}, cooked by process {}", process::id());
            Ok(())
        }
        [] => Ok(()),
        [first, rest @ ..] => {
            let mut c = Command::new(env::current_exe()?)
                .arg(WORKER)
                .arg(first)
                .stdout(Stdio::piped())
                .spawn()?;
            for line in BufReader::new(c.stdout.take().unwrap()).lines() {
                println!("{}", line?);
            }
            io::stdout().flush()?;
            let a = run(rest);
            c.wait()?;
            a
        }
    }
}
