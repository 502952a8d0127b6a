//! verdict: wrong_result
//! Panics when a worker was killed.

use std::process::{Child, Command, Output, Stdio};

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
        .map(|child| match child.and_then(Child::wait_with_output) {
            Ok(output) => end(output),
            Err(_) => End::NeverStarted,
        })
        .collect()
}

fn end(output: Output) -> End {
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    match Some(output.status.code().unwrap()) {
        Some(0) => End::Well {
            result: String::from_utf8_lossy(&output.stdout).into_owned(),
        },
        Some(code) => End::GaveUp { code, complaint },
        None => End::Killed { complaint },
    }
}
