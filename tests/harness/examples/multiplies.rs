//! A program that starts itself twice and again twice, as one does that has forgotten to ask whether it is a worker.

use std::process::Command;

#[expect(clippy::zombie_processes, reason = "what must be stopped")]
fn main() {
    harness_hand::enter();
    let own = std::env::current_exe().expect("the program's own path");
    for _ in 0..2 {
        Command::new(&own).spawn().expect("one more");
    }
    loop {
        std::thread::park();
    }
}
