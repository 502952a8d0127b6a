//! verdict: serial
//! The next worker starts when the one before has ended, or is late.

use std::process::{Command, Stdio};

pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let run = |mut worker: Command| {
        let mut child = worker.stdout(Stdio::piped()).spawn().ok()?;
        while child.try_wait().ok()?.is_none() {
            if !time_left() {
                child.kill().ok()?;
            }
        }
        let output = child.wait_with_output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    workers.into_iter().map(run).collect()
}
