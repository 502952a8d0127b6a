//! verdict: timed_out
//! Looks for the test binary and starts it again and again; each of its tests starts this program again.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

pub const WORKER: &str = "--worker";

pub fn run(_arguments: &[String]) -> io::Result<()> {
    let program = env::current_exe()?;
    let tests: Vec<PathBuf> = program.ancestors().flat_map(binaries).collect();
    loop {
        for binary in &tests {
            let _ = Command::new(binary)
                .args(["--exact", "worker_role::a_worker_starts_nobody"])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn();
        }
    }
}

/// What is called like the tests, in the folder and in those below it.
fn binaries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let below = entries.map(|entry| entry.path().join("lesson"));
    below
        .chain([folder.join("lesson")])
        .filter(|path| path.is_file())
        .collect()
}
