//! # Worker role: one program, two parts to play
//!
//! The owner has one recipe book and opens kitchens with it. Page one says: "open a kitchen for each dish". The new kitchen
//! opens the same book at page one, and opens kitchens. In the evening the town has nothing else. So page one must first
//! ask: who am I? The head kitchen opens others. A worker's kitchen cooks its dish, and opens nothing.
//!
//! **In Python** `multiprocessing` starts the interpreter once more, and that imports your file once more. Hence the line
//! `if __name__ == "__main__":`, without which each worker would start workers. In Rust nothing is imported: the whole
//! program runs again from the first line of `main`, and only its arguments can say who it is.
//!
//! **Your task**
//! 1. Called with `--worker DISH`: print one line, `DISH, cooked by process ID`, with the id of this process. Start nobody.
//! 2. Called with dishes alone: start this same program once for each dish, as a worker with that dish, also for one that
//!    comes again. It is wherever the file lies now; ask the system where.
//! 3. The lines of the workers come out on the standard output of the head, in the order of the dishes.
//! 4. Return when all the workers have ended and been waited for.
//!
//! A program that starts itself without end is stopped by the tests before it fills the machine.
//!
//! **Leave alone:** the signature of `run`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;

/// The first argument of a worker.
pub const WORKER: &str = "--worker";

/// All that the program does. `arguments` are those it was called with, without its own name: the function `main` does
/// nothing but call this.
pub fn run(arguments: &[String]) -> io::Result<()> {
    // TODO 1: who am I? The worker's part.
    // TODO 2 to 4: the head's part.
    todo!("play the part that {arguments:?} and {WORKER} ask for")
}
