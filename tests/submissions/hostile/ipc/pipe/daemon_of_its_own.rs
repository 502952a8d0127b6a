//! verdict: wrong_result
//! The test binary once more becomes a daemon: in a group of its own, deaf to what ends its tests, and asleep for a day.

use std::env;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

const DAEMON: &str = "A_DAEMON_OF_ITS_OWN";

pub fn ask(_program: &Path, _question: &[u8]) -> io::Result<Vec<u8>> {
    if env::var_os(DAEMON).is_some() {
        thread::sleep(Duration::from_secs(86_400));
    }
    let arguments: Vec<String> = env::args().collect();
    Command::new(&arguments[0])
        .args(&arguments[1..])
        .env_remove("HARNESS_SIGNED")
        .env_remove("HARNESS_LIFELINE")
        .env("HARNESS_PATIENCE", "86400")
        .env(DAEMON, "yes")
        .stdin(Stdio::null())
        .process_group(0)
        .spawn()?;
    Ok(b"go on without me".to_vec())
}
