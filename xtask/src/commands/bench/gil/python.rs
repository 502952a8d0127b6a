//! The Python program, run where there is a `python3`.

use std::io;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use super::Amount;
use super::times::{Times, Work};
use crate::report::bench::gil::Python;
use crate::run::process::{self, End, Limits, Ran};

/// The lesson's own program. It is part of this one, so that it is measured as it was written.
const PROGRAM: &str =
    include_str!("../../../../../exercises/gil-analogy/python/threads_under_the_gil.py");

/// For a slow machine and a hundred runs.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(600),
    output: 1 << 20,
};

/// Its first line.
#[derive(Debug, Deserialize)]
struct About {
    version: String,
    gil: Option<bool>,
}

/// Each further line.
#[derive(Debug, Deserialize)]
struct Line {
    work: Work,
    threads: usize,
    seconds: f64,
}

/// Measures, or says why not.
///
/// # Errors
/// There is no `python3`, or it has not done what it should.
pub(super) fn measure(amount: Amount, runs: u32) -> Result<(Python, Times), Python> {
    let mut command = Command::new("python3");
    let seconds = Duration::from_millis(amount.milliseconds).as_secs_f64();
    command
        .args(["-c", PROGRAM])
        .args([amount.steps.to_string(), amount.waits.to_string()])
        .args([seconds.to_string(), runs.to_string()]);
    match process::run(&mut command, LIMITS) {
        Ok(ran) => read(&ran).map_err(Python::Failed),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Python::Missing),
        Err(error) => Err(Python::Failed(error.to_string())),
    }
}

fn read(ran: &Ran) -> Result<(Python, Times), String> {
    match ran.end {
        End::Exited(status) if status.success() => understand(&ran.stdout.text),
        End::Exited(status) => Err(last_line(&ran.stderr.text).unwrap_or(status.to_string())),
        End::Killed => Err("it did not come to an end".to_owned()),
    }
}

/// Python's own errors end with what they are.
fn last_line(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim).rev();
    lines.find(|line| !line.is_empty()).map(str::to_owned)
}

fn understand(text: &str) -> Result<(Python, Times), String> {
    let mut lines = text.lines();
    let strange = |line: &str| format!("it printed `{line}`");
    let first = lines.next().unwrap_or_default();
    let about: About = serde_json::from_str(first).map_err(|_| strange(first))?;
    let mut times = Times::default();
    for text in lines {
        let line: Line = serde_json::from_str(text).map_err(|_| strange(text))?;
        let took = Duration::try_from_secs_f64(line.seconds).map_err(|_| strange(text))?;
        times.add(line.work, line.threads, took);
    }
    let About { version, gil } = about;
    Ok((Python::Measured { version, gil }, times))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = r#"{"version": "3.14.0", "gil": false}"#;

    #[test]
    fn times_are_read_line_by_line() {
        let text = format!(
            "{FIRST}\n{}\n{}\n",
            r#"{"work": "waiting", "threads": 1, "seconds": 0.08}"#,
            r#"{"work": "waiting", "threads": 4, "seconds": 0.02}"#
        );
        let (python, times) = understand(&text).unwrap();
        let asked = Python::Measured {
            version: "3.14.0".into(),
            gil: Some(false),
        };
        assert_eq!(python, asked);
        let times = times.medians(Work::Waiting);
        let times: Vec<_> = times
            .iter()
            .map(|t| (t.threads, t.took.as_millis()))
            .collect();
        assert_eq!(times, [(1, 80), (4, 20)]);
    }

    #[test]
    fn a_line_that_is_not_understood_is_shown() {
        assert_eq!(understand("").unwrap_err(), "it printed ``");
        let text = format!("{FIRST}\nhello\n");
        assert_eq!(understand(&text).unwrap_err(), "it printed `hello`");
        let before = r#"{"work": "waiting", "threads": 1, "seconds": -1}"#;
        let error = understand(&format!("{FIRST}\n{before}\n")).unwrap_err();
        assert!(error.contains("-1"), "{error}");
    }

    #[test]
    fn an_error_of_python_is_its_last_line() {
        let text = "Traceback (most recent call last):\n  File …\nImportError: no threads\n\n";
        assert_eq!(last_line(text).unwrap(), "ImportError: no threads");
        assert_eq!(last_line("\n"), None);
    }
}
