//! verdict: leak
//! A map from the number to its worker: a number that comes again replaces the first one, which nobody waits for.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut kids: HashMap<u64, Child> = HashMap::new();
    for n in numbers {
        kids.insert(
            *n,
            Command::new(program)
                .arg(n.to_string())
                .stdout(Stdio::piped())
                .spawn()?,
        );
    }
    let mut answers = HashMap::new();
    for (n, c) in kids {
        answers.insert(
            n,
            String::from_utf8_lossy(&c.wait_with_output()?.stdout)
                .trim_end()
                .to_string(),
        );
    }
    Ok(numbers
        .iter()
        .enumerate()
        .map(|(i, n)| format!("worker-{}: {}", i + 1, answers[n]))
        .collect())
}
