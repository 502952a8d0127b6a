//! Each thread sends its number and its end; the list is filled as they come.

use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}

pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    let mut ends = vec![End::NeverStarted; workers.len()];
    let (sender, receiver) = mpsc::channel();
    for (number, mut worker) in workers.into_iter().enumerate() {
        let child = worker.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        if let Ok(child) = child {
            let sender = sender.clone();
            thread::spawn(move || {
                let output = child.wait_with_output().unwrap();
                sender.send((number, end(output))).unwrap();
            });
        }
    }
    drop(sender);
    for (number, end) in receiver {
        ends[number] = end;
    }
    ends
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
