//! A thread for each process: every thread starts its own, and waits for it.

use std::io;
use std::path::Path;
use std::process::Command;
use std::thread;

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    thread::scope(|scope| {
        let waiting: Vec<_> = numbers
            .iter()
            .enumerate()
            .map(|(index, number)| scope.spawn(move || ask(program, index + 1, *number)))
            .collect();
        waiting
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}

fn ask(program: &Path, place: usize, number: u64) -> io::Result<String> {
    let output = Command::new(program).arg(number.to_string()).output()?;
    let line = String::from_utf8_lossy(&output.stdout).trim().to_string();
    Ok(format!("worker-{place}: {line}"))
}
