//! verdict: leak
//! A map from the dish to its worker: a dish that comes again replaces the first one, which nobody waits for.

use std::collections::HashMap;
use std::env;
use std::io::{self};
use std::process::{self, Child, Command, Stdio};
pub const WORKER: &str = "--worker";
pub fn run(arguments: &[String]) -> io::Result<()> {
    if let [r, d] = arguments
        && r == WORKER
    {
        println!("{d}, cooked by process {}", process::id());
        return Ok(());
    }
    let program = env::current_exe()?;
    let mut kids: HashMap<&String, Child> = HashMap::new();
    for d in arguments {
        kids.insert(
            d,
            Command::new(&program)
                .args([WORKER, d])
                .stdout(Stdio::piped())
                .spawn()?,
        );
    }
    for d in arguments {
        if let Some(k) = kids.remove(d) {
            print!("{}", String::from_utf8_lossy(&k.wait_with_output()?.stdout));
        }
    }
    Ok(())
}
