//! # Squares: a worker for every number
//!
//! The head office has numbers to square and many small kitchens that can each square one. It writes to all of them at
//! once, and only then waits for the first answer. Some kitchens are slow and some are quick, and so the answers come back
//! in any order. On the desk they lie in the order of the numbers.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Has each of the `numbers` squared by a process of the `program`. Returns a line for each, in the order of the numbers,
/// without the line's end.
///
/// # Errors
///
/// When a process cannot be started or waited for.
pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    // The decisive line: all the children are collected before the first is waited for. `output` would start one and wait
    // for it at once, and so would an iterator without `collect`.
    let workers: Vec<Child> = numbers
        .iter()
        .map(|number| {
            Command::new(program)
                .arg(number.to_string())
                .stdout(Stdio::piped())
                .spawn()
        })
        .collect::<io::Result<_>>()?;
    // Each child has a pipe of its own, so whoever answers first waits in its pipe until it is asked.
    (1..)
        .zip(workers)
        .map(|(place, worker)| {
            // Reads the pipe to its end, and only then waits. The other way round, a child that fills its pipe would wait for
            // a reader who waits for the child.
            let output = worker.wait_with_output()?;
            let said = String::from_utf8_lossy(&output.stdout);
            Ok(format!("worker-{place}: {}", said.trim_end()))
        })
        .collect()
}

// Wrong turns
// - `output` in the loop: one worker at a time (wrong/output_in_loop.rs is serial).
// - two `map`s and one `collect`: the same, and harder to see (wrong/lazy_iterator.rs).
// - `wait` in the loop that starts: the same again (wrong/wait_in_loop.rs).
// - answers through one channel or one pipe: in the order of finishing (wrong/completion_order.rs, wrong/one_pipe_for_all.rs).
// - reading without waiting: the answers are all there, and so are the zombies (wrong/never_waited_for.rs leaks).
