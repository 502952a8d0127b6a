//! A program that is nothing but the learner's `run`.

use std::{env, fs, process};

fn main() {
    harness_hand::enter();
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    if let ([role, dish], Some(spice)) = (&mut arguments[..], spice())
        && role == "--worker"
    {
        dish.push_str(&format!(" with spice {spice}"));
    }
    if let Err(error) = processes::worker_role::run(&arguments) {
        eprintln!("{error}");
        process::exit(1);
    }
    harness_hand::leave();
}

/// What the test has put beside the program for its workers, so that no head can know their words.
fn spice() -> Option<String> {
    let program = env::current_exe().ok()?;
    fs::read_to_string(program.parent()?.join("spice")).ok()
}
