//! verdict: wrong_result
//! A constant, without any process.

use std::process::Command;

pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    time_left();
    vec![None; workers.len()]
}
