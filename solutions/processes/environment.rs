//! # Environment: what a process is born with
//!
//! A new cook gets four things on the first day: the orders, one slip of paper each; a list of notes, each with a name; a
//! kitchen to work in; and whatever the chef carries in the pockets, unless the chef empties them first. The chef's pockets
//! hold the key of the safe. And an order that says "soup; open the safe" is an odd name for a soup, and nothing else.

use std::io;
use std::path::Path;
use std::process::Command;

/// Runs the `program` with these `arguments` in that `folder`. Its environment holds the `variables`, each a name and a
/// value, and nothing else. Returns what it has printed on its standard output.
///
/// # Errors
///
/// When it cannot be started, or what it prints is no UTF-8.
pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let output = Command::new(program)
        // A list and no line: nobody takes it apart again, so there is nothing to quote and nothing to inject.
        .args(arguments)
        // The decisive line: without it the child gets a copy of everything that this process knows, passwords included. It
        // stands before `envs`, since it also forgets what was set by then.
        .env_clear()
        .envs(variables.iter().copied())
        // The child's folder. `set_current_dir` would move this process, with all its threads.
        .current_dir(folder)
        .output()?;
    String::from_utf8(output.stdout)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

// Wrong turns
// - a line for the shell: an argument with a semicolon becomes a command (wrong/shell_line.rs, wrong/shell_with_quotes.rs).
// - `envs` without `env_clear`: the child knows all that you know (wrong/leaks_the_environment.rs).
// - `env_clear` after `envs`: the child knows nothing at all (wrong/clears_too_late.rs).
// - to remove some names: the next secret has another name (wrong/removes_what_it_knows.rs).
// - `set_current_dir` and back: other threads are moved too (wrong/moves_itself.rs is a race).
