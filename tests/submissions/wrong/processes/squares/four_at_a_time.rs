//! verdict: serial
//! A batch of four, and the next one when all of them have ended.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut lines = Vec::new();
    for batch in numbers.chunks(4) {
        let kids: Vec<Child> = batch
            .iter()
            .map(|n| {
                Command::new(program)
                    .arg(n.to_string())
                    .stdout(Stdio::piped())
                    .spawn()
            })
            .collect::<io::Result<_>>()?;
        for c in kids {
            let t = c.wait_with_output()?;
            lines.push(format!(
                "worker-{}: {}",
                lines.len() + 1,
                String::from_utf8_lossy(&t.stdout).trim_end()
            ));
        }
    }
    Ok(lines)
}
