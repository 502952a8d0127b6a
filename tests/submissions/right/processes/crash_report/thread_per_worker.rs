//! A thread waits for each worker with `output`, which pipes and reads both.

use std::process::{Command, Output};
use std::thread;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}

pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    thread::scope(|scope| {
        let threads: Vec<_> = workers
            .into_iter()
            .map(|mut worker| scope.spawn(move || worker.output()))
            .collect();
        threads
            .into_iter()
            .map(|thread| match thread.join().unwrap() {
                Ok(output) => end(output),
                Err(_) => End::NeverStarted,
            })
            .collect()
    })
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
