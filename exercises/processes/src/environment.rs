//! # Environment: what a process is born with
//!
//! A new cook gets four things on the first day: the orders, one slip of paper each; a list of notes, each with a name; a
//! kitchen to work in; and whatever the chef carries in the pockets, unless the chef empties them first. The chef's pockets
//! hold the key of the safe. And an order that says "soup; open the safe" is an odd name for a soup, and nothing else.
//!
//! **In Python** this is `subprocess.run([program, *arguments], env=variables, cwd=folder)`. With `shell=True` a shell takes
//! the line apart again, and a semicolon in somebody's order becomes a command. `Command` in Rust has no such switch: each
//! argument arrives as it is, whatever it contains.
//!
//! **Your task**
//! 1. Start the `program` with exactly these `arguments`, each of them one argument to the program.
//! 2. Its environment holds the given `variables` and none of this process's own.
//! 3. It works in `folder`. This process stays where it is: its folder belongs to all its threads.
//! 4. Wait until it has ended. Return all that it has printed on its standard output, as it is, also when it is much. Or
//!    an error when it cannot be started.
//!
//! **Leave alone:** the signature of `run`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::path::Path;

/// Runs the `program` with these `arguments` in that `folder`. Its environment holds the `variables`, each a name and a
/// value, and nothing else. Returns what it has printed on its standard output.
pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    // TODO 1 to 3: the arguments, the environment, the folder.
    // TODO 4: what does it say?
    todo!(
        "run {} {arguments:?} with {variables:?} in {}",
        program.display(),
        folder.display()
    )
}
