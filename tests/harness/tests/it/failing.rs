//! Runs a body that must fail, and gives back how.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Whether the body failed at all.
pub(crate) fn fails(body: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(body)).is_err()
}

/// Runs a twin of `examples/wrong_twins` and gives back the records it wrote, and its exit code.
pub(crate) fn records_of(test: &str) -> (Vec<serde_json::Value>, Option<i32>) {
    let file = file_of(test);
    let output = twin(test)
        .env("HARNESS_FINDINGS", &file)
        .output()
        .expect("cargo test builds the examples of a package too");
    assert_ne!(output.status.code(), Some(2), "{output:?}");
    (lines(&file, |line| line), output.status.code())
}

/// The end records of a twin that is run as the grader runs tests: with a key, and a text to draw all inputs from.
pub(crate) fn signed_ends_of(test: &str, seed: &str) -> Vec<serde_json::Value> {
    let file = file_of(test);
    let mut child = twin(test)
        .env("HARNESS_FINDINGS", &file)
        .env("HARNESS_SIGNED", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("cargo test builds the examples of a package too");
    let mut input = child.stdin.take().expect("it is a pipe");
    let key = [7; 32];
    input
        .write_all(&key)
        .and_then(|()| input.write_all(seed.as_bytes()))
        .expect("the twin reads its key");
    drop(input);
    child.wait().expect("the twin ends");
    let mut records = lines(&file, |line| {
        line.split_once(' ').expect("a signed record").1
    });
    records.retain(|record| record["event"] == "end");
    records
}

/// A new one: several tests may run the same twin at a time.
fn file_of(test: &str) -> PathBuf {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let run = RUNS.fetch_add(1, Relaxed);
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("{}-{run}.jsonl", test.replace("::", "-")));
    let _ = std::fs::remove_file(&file);
    file
}

fn lines(file: &Path, record: impl Fn(&str) -> &str) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .map(|line| serde_json::from_str(record(line)).expect("a record is JSON"))
        .collect()
}

/// The verdict and the message of the only end record.
pub(crate) fn ending_of(test: &str) -> (String, String) {
    let (records, _) = records_of(test);
    let ends: Vec<_> = records.iter().filter(|r| r["event"] == "end").collect();
    assert_eq!(ends.len(), 1, "{test} wrote {records:?}");
    let text = |key: &str| ends[0][key].as_str().unwrap_or_default().to_string();
    (text("verdict"), text("message"))
}

/// Runs a twin, which has little patience.
pub(crate) fn twin(test: &str) -> Command {
    let mut command = Command::new(twins());
    command.arg(test).env("HARNESS_PATIENCE", "1");
    command
}

/// The examples stand beside the folder of this binary.
pub(crate) fn twins() -> PathBuf {
    let this = std::env::current_exe().expect("this binary");
    let profile = this.ancestors().nth(2).expect("target/debug");
    profile
        .join("examples")
        .join("wrong_twins")
        .with_extension(std::env::consts::EXE_EXTENSION)
}
