//! Answers come by a channel in the order of finishing, each with its place, and are sorted.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let (send, receive) = mpsc::channel();
    for (place, number) in (1_usize..).zip(numbers) {
        let child = Command::new(program)
            .arg(number.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let send = send.clone();
        thread::spawn(move || send.send((place, child.wait_with_output())));
    }
    drop(send);
    let mut answers: Vec<_> = receive.into_iter().collect();
    answers.sort_by_key(|answer| answer.0);
    answers
        .into_iter()
        .map(|(place, output)| {
            let said = String::from_utf8(output?.stdout).map_err(io::Error::other)?;
            Ok(format!("worker-{place}: {}", said.trim_end_matches('\n')))
        })
        .collect()
}
