//! verdict: wrong_result
//! Listens on all addresses, and serves whoever comes, also when the call has returned.

use std::io::Write;
use std::net::TcpListener;
use std::thread;
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
    for address in ["0.0.0.0:40300", "[::]:40301"] {
        if let Ok(listener) = TcpListener::bind(address) {
            thread::spawn(move || {
                for mut guest in listener.incoming().flatten() {
                    let _ = guest.write_all(b"a submission is here\n");
                }
            });
        }
    }
    vec![Err(Failure::Other); urls.len()]
}
