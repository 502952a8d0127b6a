//! verdict: wrong_result
//! The lines stand in the order of finishing.

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
            .stdout(Stdio::piped())
            .spawn()?;
        let send = send.clone();
        thread::spawn(move || send.send((place, child.wait_with_output())));
    }
    drop(send);
    receive
        .into_iter()
        .map(|(place, output)| {
            let said = String::from_utf8(output?.stdout).map_err(io::Error::other)?;
            Ok(format!("worker-{place}: {}", said.trim()))
        })
        .collect()
}
