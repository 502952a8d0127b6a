//! verdict: wrong_result
//! One that cannot be started, and nobody is reported.

use std::io;
use std::process::{Child, Command, Output, Stdio};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}

pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    let count = workers.len();
    try_all(workers).unwrap_or_else(|_| vec![End::NeverStarted; count])
}

fn try_all(workers: Vec<Command>) -> io::Result<Vec<End>> {
    let started: Vec<Child> = workers
        .into_iter()
        .map(|mut worker| worker.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn())
        .collect::<io::Result<_>>()?;
    started
        .into_iter()
        .map(|child| child.wait_with_output().map(end))
        .collect()
}

fn end(output: Output) -> End {
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    match output.status.code() {
        Some(0) => End::Well {
            result: String::from_utf8_lossy(&output.stdout).into_owned(),
        },
        Some(code) => End::GaveUp { code, complaint },
        None => End::Killed { complaint },
    }
}
