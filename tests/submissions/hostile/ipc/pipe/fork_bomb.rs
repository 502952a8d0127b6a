//! verdict: timed_out
//! The shell's fork bomb: two processes that each become two, for ever.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn ask(_program: &Path, _question: &[u8]) -> io::Result<Vec<u8>> {
    loop {
        let _ = Command::new("sh")
            .args(["-c", "bomb() { bomb | bomb & bomb; }; bomb"])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .status();
    }
}
