//! Runs an exercise's tests: first those that hold for every interleaving, then those with real threads and processes.

mod death;
pub(crate) mod plan;
pub(crate) mod process;
mod records;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Context;

use crate::build::cargo_variables;
use crate::course::{Course, Exercise};
use crate::finding::Finding;
use plan::Test;
use process::{Limits, Ran};

/// For all tests of one phase together. Each test that waits for real threads has a much shorter deadline of its own.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// What a program may print.
const OUTPUT: usize = 1 << 20;

/// The tests of one exercise, ready to run.
#[derive(Debug)]
pub(crate) struct Tests<'a> {
    pub(crate) course: &'a Course,
    pub(crate) exercise: &'a Exercise,
    pub(crate) binary: PathBuf,
    /// The version of the lesson's package.
    pub(crate) version: &'a str,
}

/// What a phase has shown.
#[derive(Debug)]
pub(crate) struct Phase {
    /// In the order of the learner's path.
    pub(crate) findings: Vec<Finding>,
    /// Both streams.
    pub(crate) output: String,
}

impl Tests<'_> {
    /// Runs these tests in one process, one after the other: whoever dies or hangs is then known, and tests that count
    /// threads or files see nobody else's.
    ///
    /// # Errors
    /// When the process cannot be started or the records cannot be read.
    pub(crate) fn run(&self, tests: &[&Test]) -> anyhow::Result<Phase> {
        let folder = tempfile::tempdir().context("failed to make a temporary folder")?;
        let records = folder.path().join("findings.jsonl");
        let mut command = self.command(&records);
        command.args(tests.iter().map(|test| test.name.as_str()));
        let limits = Limits {
            time: DEADLINE,
            output: OUTPUT,
        };
        let ran = process::run(&mut command, limits)
            .with_context(|| format!("failed to start {}", self.binary.display()))?;
        let records = records::read(&records)?;
        let findings = tests
            .iter()
            .filter_map(|test| records.finding(test, &ran.end))
            .collect();
        Ok(Phase {
            findings,
            output: output(&ran),
        })
    }

    /// As cargo would start it: in the lesson's folder, with what insta asks for.
    fn command(&self, records: &Path) -> Command {
        let dir = self.exercise.lesson_dir(self.course);
        let mut command = Command::new(&self.binary);
        command
            .args(["--exact", "--test-threads=1"])
            .current_dir(&dir)
            .env("HARNESS_FINDINGS", records)
            .env("INSTA_UPDATE", "no")
            .env("INSTA_FORCE_PASS", "0")
            .env("INSTA_WORKSPACE_ROOT", &self.course.root)
            // A backtrace would bury the schedule.
            .env("RUST_BACKTRACE", "0");
        for other in [
            "RUST_TEST_THREADS",
            "RUST_TEST_NOCAPTURE",
            "RUST_TEST_SHUFFLE",
            "RUST_MIN_STACK",
        ] {
            command.env_remove(other);
        }
        cargo_variables(&mut command, &self.exercise.id.lesson, &dir, self.version);
        command
    }
}

fn output(ran: &Ran) -> String {
    let mut output = String::new();
    for said in [&ran.stdout, &ran.stderr] {
        output += &said.text;
        if said.cut > 0 {
            output += &format!("\n… and {} bytes more\n", said.cut);
        }
    }
    output
}
