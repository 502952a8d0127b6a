//! # Squares: a worker for every number
//!
//! The head office has numbers to square and many small kitchens that can each square one. It writes to all of them at
//! once, and only then waits for the first answer. Some kitchens are slow and some are quick, and so the answers come back
//! in any order. On the desk they lie in the order of the numbers.
//!
//! **In Python** this is a list of `multiprocessing.Process(target=square, args=(n,), name=f"worker-{i}")`: `start` them
//! all, then `join` them all. Results come through a `Queue`, in the order of finishing. In Rust a worker is a program of
//! its own. It is told its number by an argument and answers on its standard output, so each answer has a pipe of its own.
//!
//! **Your task**
//! 1. Start the `program` once for each number, also for one that comes again. The number is its only argument.
//! 2. Each worker prints one line, such as `9 squared is 81`, and ends. Take the line as it is.
//! 3. Put the worker's name before it: `worker-1: 9 squared is 81`. The workers are counted from 1, in the order of the
//!    numbers. Return the lines in that order.
//! 4. Return an error when the program cannot be started.
//!
//! All the workers must be alive at the same time. When `squares` returns, all have ended and been waited for.
//!
//! **Leave alone:** the signature of `squares`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::path::Path;

/// Has each of the `numbers` squared by a process of the `program`. Returns a line for each, in the order of the numbers,
/// without the line's end.
pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    // TODO 1: start a worker for each number. How do you hear what it prints?
    // TODO 2: wait for each of them.
    // TODO 3 and 4: what is in the line, and what when there is no worker?
    todo!("square {numbers:?} with {}", program.display())
}
