//! verdict: leak
//! Guesses the status from the words, and never waits.

use std::io::Read;
use std::process::{Child, Command, Stdio};

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
    let read_all = |mut child: Child| {
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let complaint = std::thread::spawn(move || read(err));
        let result = read(out);
        match complaint.join().unwrap() {
            complaint if complaint.is_empty() => End::Well { result },
            complaint => End::GaveUp { code: 1, complaint },
        }
    };
    started
        .into_iter()
        .map(|child| child.map_or(End::NeverStarted, read_all))
        .collect()
}

fn read(mut pipe: impl Read) -> String {
    let mut text = String::new();
    pipe.read_to_string(&mut text).unwrap();
    text
}
