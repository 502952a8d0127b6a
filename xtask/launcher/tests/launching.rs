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
        let main = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/main.rs");
        let list = format!(
            "xtask: {} {}",
            main.canonicalize().unwrap().display(),
            target.path("source.rs").display()
        );
        target.script(
            "cargo",
            &format!(
                "echo \"cargo $*\" >&2\n[ {code} = 0 ] || exit {code}\ncp '{0}/runner' '{0}/xtask'\necho '{list}' > '{0}/xtask.d'",
                target.0.path().display()
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

    /// What it wrote on both streams, and its code.
    fn launch(&self) -> (String, String, Option<i32>) {
        let mut command = Command::new(self.path("launcher"));
        command
            .args(["next", "locks"])
            .env("CARGO", self.path("cargo"));
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
    assert!(err.contains("cargo build --package xtask"), "{err}");
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
    let source = fs::File::options()
        .write(true)
        .open(target.path("source.rs"))
        .unwrap();
    source
        .set_modified(SystemTime::now() + Duration::from_secs(1))
        .unwrap();
    let (_, err, _) = target.launch();
    assert_eq!(err, "cargo build --package xtask\n");
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
