//! verdict: wrong_result
//! A constant, without any process.

use std::process::Command;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}

pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    let result = String::from("soup");
    vec![End::Well { result }; workers.len()]
}
