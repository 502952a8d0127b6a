//! verdict: wrong_result
//! Computes the squares itself: no process at all.

use std::io;
use std::path::Path;

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    std::fs::metadata(program)?;
    let lines = numbers.iter().enumerate().map(|(index, number)| {
        format!(
            "worker-{}: {number} squared is {}",
            index + 1,
            number * number
        )
    });
    Ok(lines.collect())
}
