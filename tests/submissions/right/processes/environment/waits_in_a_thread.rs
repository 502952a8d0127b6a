//! A thread reads while this one waits.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs(variables.iter().map(|&(name, value)| (name, value)))
        .current_dir(folder)
        .stdout(Stdio::piped())
        .spawn()?;
    let pipe = child.stdout.take().expect("it was piped");
    let reading = thread::spawn(move || io::read_to_string(pipe));
    child.wait()?;
    reading.join().expect("reading does not panic")
}
