//! A program that is nothing but the learner's `run`.

use std::{env, process};

fn main() {
    harness_hand::enter();
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let Err(error) = processes::worker_role::run(&arguments) {
        eprintln!("{error}");
        process::exit(1);
    }
    harness_hand::leave();
}
