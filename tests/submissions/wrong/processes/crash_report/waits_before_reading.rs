//! verdict: timed_out
//! A worker waits at a full pipe, and nobody reads before it has ended.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}

pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    let started: Vec<_> = workers
        .into_iter()
        .map(|mut worker| worker.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn())
        .collect();
    started
        .into_iter()
        .map(|child| {
            let Ok(mut child) = child else {
                return End::NeverStarted;
            };
            let status = child.wait().unwrap();
            end(
                status,
                read(child.stdout.unwrap()),
                read(child.stderr.unwrap()),
            )
        })
        .collect()
}

fn read(mut pipe: impl Read) -> String {
    let mut text = String::new();
    pipe.read_to_string(&mut text).unwrap();
    text
}

fn end(status: ExitStatus, result: String, complaint: String) -> End {
    match status.code() {
        Some(0) => End::Well { result },
        Some(code) => End::GaveUp { code, complaint },
        None => End::Killed { complaint },
    }
}
