//! verdict: leak
//! Every worker is a head, and starts itself twice, for ever.

use std::env;
use std::io;
use std::process::Command;

pub const WORKER: &str = "--worker";

pub fn run(arguments: &[String]) -> io::Result<()> {
    let program = env::current_exe()?;
    loop {
        for _ in 0..2 {
            let _ = Command::new(&program).arg(WORKER).args(arguments).spawn();
        }
    }
}
