//! verdict: wrong_result
//! All write to the head's own output at once: their lines stand in the order of their ends.

use std::env;
use std::io::{self};
use std::process::{self, Child, Command};
pub const WORKER: &str = "--worker";
pub fn run(arguments: &[String]) -> io::Result<()> {
    if let [r, d] = arguments
        && r == WORKER
    {
        println!("{d}, cooked by process {}", process::id());
        return Ok(());
    }
    let program = env::current_exe()?;
    let mut kids: Vec<Child> = arguments
        .iter()
        .map(|d| Command::new(&program).args([WORKER, d]).spawn())
        .collect::<io::Result<_>>()?;
    for k in &mut kids {
        k.wait()?;
    }
    Ok(())
}
