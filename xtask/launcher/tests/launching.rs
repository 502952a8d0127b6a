//! The launcher from outside, with a cargo and a runner that only say that they were called.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

/// A program that is still open for writing cannot be started, and a process that another thread has just forked holds
/// all that is open: so one test at a time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// What cargo is called for: a runner without the grader, and one with it.
const LEAN: &str = "cargo build --package xtask --no-default-features\n";
const WHOLE: &str = "cargo build --package xtask\n";

/// A target folder of its own.
struct Target(
    TempDir,
    #[expect(dead_code, reason = "held to the test's end")] MutexGuard<'static, ()>,
);

impl Target {
    /// With a cargo that ends with `code`; with 0 it builds a runner from `source.rs` and from the runner's `main.rs`.
    fn with_cargo(code: u8) -> Self {
        let alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let target = Self(tempfile::tempdir().unwrap(), alone);
        fs::write(target.path("source.rs"), "").unwrap();
        let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src");
        let home = home.canonicalize().unwrap();
        let (home, here) = (home.display(), target.path(""));
        let here = here.display();
        target.script(
            "cargo",
            &format!(
                "echo \"cargo $*\" >&2
                [ {code} = 0 ] || exit {code}
                cp '{here}/runner' '{here}/xtask'
                case \"$*\" in
                    *--no-default-features*) grader=;;
                    *) grader='{home}/grade.rs'; touch '{here}/xtask-jail';;
                esac
                echo \"xtask: {home}/main.rs {here}/source.rs $grader\" > '{here}/xtask.d'"
            ),
        );
        target.script("runner", "echo \"runner $*\"\nexit 7");
        fs::copy(env!("CARGO_BIN_EXE_launcher"), target.path("launcher")).unwrap();
        target
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().canonicalize().unwrap().join(name)
    }

    fn script(&self, name: &str, text: &str) {
        fs::write(self.path(name), format!("#!/bin/sh\n{text}\n")).unwrap();
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Makes a source newer than the runner.
    fn edit(&self) {
        let mut source = fs::File::options();
        let source = source.write(true).open(self.path("source.rs")).unwrap();
        let later = SystemTime::now() + Duration::from_secs(1);
        source.set_modified(later).unwrap();
    }

    /// What it wrote on both streams, and its code.
    fn launch(&self) -> (String, String, Option<i32>) {
        self.launch_with(&["next", "locks"])
    }

    fn launch_with(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        let mut command = Command::new(self.path("launcher"));
        command.args(arguments).env("CARGO", self.path("cargo"));
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(stdout), text(stderr), status.code())
    }
}

#[test]
fn the_first_run_says_that_it_builds_and_shows_what_cargo_says() {
    let (out, err, code) = Target::with_cargo(0).launch();
    assert_eq!((out.as_str(), code), ("runner next locks\n", Some(7)));
    assert!(err.starts_with("building the runner"), "{err}");
    assert!(err.ends_with(LEAN), "{err}");
}

#[test]
fn a_later_run_asks_nobody_and_says_nothing() {
    let target = Target::with_cargo(0);
    target.launch();
    let later = target.launch();
    assert_eq!(
        later,
        ("runner next locks\n".into(), String::new(), Some(7))
    );
}

#[test]
fn an_edited_source_is_built_again() {
    let target = Target::with_cargo(0);
    target.launch();
    target.edit();
    let (_, err, _) = target.launch();
    assert_eq!(err, LEAN);
}

#[test]
fn the_runner_of_another_checkout_is_not_taken() {
    let target = Target::with_cargo(0);
    target.launch();
    fs::write(
        target.path("xtask.d"),
        "xtask: /elsewhere/xtask/src/main.rs",
    )
    .unwrap();
    let (_, err, _) = target.launch();
    assert!(err.contains("cargo build"), "{err}");
}

#[test]
fn a_runner_that_cannot_be_built_is_a_broken_tool() {
    let (out, err, code) = Target::with_cargo(101).launch();
    assert_eq!((out.as_str(), code), ("", Some(3)));
    assert!(err.contains("error: the runner was not built"), "{err}");
}

#[test]
fn no_command_of_a_learner_compiles_the_grader() {
    for command in ["next", "list", "hint", "check", "solution", "reset"] {
        let (_, err, _) = Target::with_cargo(0).launch_with(&[command]);
        assert!(err.ends_with(LEAN), "{command}: {err}");
    }
    let (_, err, _) = Target::with_cargo(0).launch_with(&["bench", "gil"]);
    assert!(err.ends_with(LEAN), "{err}");
}

#[test]
fn a_command_that_grades_compiles_the_grader_at_once() {
    for command in [["grade", "class"], ["bench", "grade"], ["verify", "--json"]] {
        let (_, err, _) = Target::with_cargo(0).launch_with(&command);
        assert!(err.ends_with(WHOLE) && !err.contains(LEAN), "{err}");
    }
}

#[test]
fn grading_after_learning_builds_what_is_missing_and_says_so() {
    let target = Target::with_cargo(0);
    target.launch();
    let (out, err, _) = target.launch_with(&["grade", "class"]);
    let said = "building the grader; it takes about a minute, and only this once\n";
    assert_eq!(out, "runner grade class\n");
    assert_eq!(err, format!("{said}{WHOLE}"));
    let (_, err, _) = target.launch_with(&["grade", "class"]);
    assert_eq!(err, "");
}

#[test]
fn a_grader_whose_sandbox_is_missing_is_built_again() {
    let target = Target::with_cargo(0);
    target.launch_with(&["grade", "class"]);
    fs::remove_file(target.path("xtask-jail")).unwrap();
    let (_, err, _) = target.launch_with(&["grade", "class"]);
    assert!(err.ends_with(WHOLE), "{err}");
}

#[test]
fn how_to_grade_is_told_without_a_grader() {
    let target = Target::with_cargo(0);
    target.launch();
    let (out, err, _) = target.launch_with(&["grade", "--help"]);
    assert_eq!((out.as_str(), err.as_str()), ("runner grade --help\n", ""));
}

#[test]
fn a_runner_with_the_grader_is_never_replaced_by_a_smaller_one() {
    let target = Target::with_cargo(0);
    target.launch_with(&["grade", "class"]);
    let (_, err, _) = target.launch();
    assert_eq!(err, "");
    target.edit();
    let (_, err, _) = target.launch();
    assert_eq!(err, WHOLE);
}

#[test]
fn a_runner_that_plain_cargo_has_built_grades() {
    let target = Target::with_cargo(0);
    target.launch();
    let built = Command::new(target.path("cargo")).arg("test").output();
    assert!(built.unwrap().status.success());
    let (_, err, _) = target.launch_with(&["grade", "class"]);
    assert_eq!(err, "");
}
