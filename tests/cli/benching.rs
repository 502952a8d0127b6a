//! `cargo xtask bench`. Whatever the times are, the picture has its lines.

mod grade;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use tempfile::TempDir;

use crate::course::Run;

/// A folder to stand alone on the path. With a script, it has a `python3` that does what the script says.
fn path_with(script: Option<&str>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    if let Some(script) = script {
        let python = folder.path().join("python3");
        fs::write(&python, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&python, fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder
}

fn bench(path: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .args(["bench", "gil", "--runs", "1"])
        .env("PATH", path.path())
        .env("LC_ALL", "C.UTF-8")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    command
}

fn run(command: &mut Command) -> Run {
    Run::from(command.output().unwrap())
}

#[test]
fn without_python_it_says_so_and_shows_rust() {
    let run = run(&mut bench(&path_with(None)));
    run.says(
        0,
        &[
            "python3 is not on the path, so here is Rust alone.",
            "computing: a count",
            "waiting: 8 waits",
            "Rust under a Gil\n    1 thread ",
            "█",
        ],
    );
    assert!(!run.out.contains("Python, GIL"), "{}", run.out);
}

#[test]
fn a_pipe_without_unicode_has_eighty_columns_of_ascii() {
    let run = run(bench(&path_with(None)).env("LC_ALL", "C"));
    run.says(0, &["#####", "4 threads against 1"]);
    assert!(run.out.is_ascii(), "{}", run.out);
    let widest = run.out.lines().map(str::len).max();
    assert!(widest.is_some_and(|widest| widest <= 80), "{}", run.out);
}

#[test]
fn python_stands_beside_rust_and_says_whether_it_has_its_gil() {
    let path = path_with(Some(
        r#"echo '{"version": "3.14.0", "gil": false}'
for threads in 1 2 4; do
  echo "{\"work\": \"computing\", \"threads\": $threads, \"seconds\": 0.$((8 / threads))}"
  echo "{\"work\": \"waiting\", \"threads\": $threads, \"seconds\": 0.08}"
done"#,
    ));
    let run = run(&mut bench(&path));
    run.says(
        0,
        &[
            "python3 is Python 3.14.0. sys._is_gil_enabled() is False: it is free-threaded.",
            "  Python, GIL off\n    1 thread    800 ms",
            "    4 threads   200 ms   4.0 ×",
            "computing, 4 threads against 1: Python, GIL off 4.0 ×",
            "waiting, 4 threads against 1: Python, GIL off 1.0 ×",
        ],
    );
}

#[test]
fn a_python_that_fails_is_told_and_rust_is_shown() {
    let path = path_with(Some("echo 'pyenv: no version set' >&2; exit 127"));
    run(&mut bench(&path)).says(
        0,
        &[
            "python3 gave no times, so here is Rust alone: pyenv: no version set",
            "Rust under a Gil",
        ],
    );
}

#[test]
fn a_python_that_talks_nonsense_is_told_and_rust_is_shown() {
    let path = path_with(Some("echo hello"));
    run(&mut bench(&path)).says(0, &["it printed `hello`", "Rust under a Gil"]);
}

#[test]
fn the_python_of_this_machine_is_measured_where_there_is_one() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let run = run(command.args(["bench", "gil", "--runs", "1"]));
    let has_python = Command::new("python3")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    let asked = match has_python {
        true => "Python, GIL o",
        false => "Rust alone",
    };
    run.says(0, &[asked, "Rust under a Gil"]);
}

#[test]
fn what_is_to_be_measured_must_be_said() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    run(command.args(["bench"])).complains(2, &["gil"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    run(command.args(["bench", "gil", "--runs", "0"])).complains(2, &["0"]);
}
