//! Runs an exercise's tests: first those that hold for every interleaving, then those with real threads and processes.

mod death;
pub(crate) mod key;
pub(crate) mod place;
pub(crate) mod plan;
pub(crate) mod process;
pub(crate) mod records;
pub(crate) mod screen;
pub(crate) mod usage;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::batch;
use crate::build::cargo_variables;
use crate::course::{Course, Exercise};
use crate::finding::Finding;
use crate::scratch;
use plan::Test;
use process::{End, Limits, Ran};
use screen::Screen;

/// For all tests of one phase together. Each test that waits for real threads has a much shorter deadline of its own.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// So long a phase goes on after a test that did not hold: its verdict stands, those behind it only add to it.
const CURIOSITY: Duration = Duration::from_secs(3);

/// What a program may print.
pub(crate) const OUTPUT: usize = 1 << 20;

/// The longest name of a folder for temporary files in which there is room for a socket: its whole path has about a
/// hundred bytes.
const SOCKETS_FIT: usize = 70;

/// The tests of one exercise, ready to run.
#[derive(Debug)]
pub(crate) struct Tests<'a> {
    pub(crate) course: &'a Course,
    pub(crate) exercise: &'a Exercise,
    pub(crate) binary: PathBuf,
    /// The version of the lesson's package.
    pub(crate) version: &'a str,
    /// Where the runner keeps what it needs: `target/xtask`.
    pub(crate) kept: &'a Path,
    /// Where the schedules will be shown.
    pub(crate) screen: Screen,
    /// How many tests run at once.
    pub(crate) jobs: usize,
}

/// What a phase has shown.
#[derive(Debug, Default)]
pub(crate) struct Phase {
    /// In the order of the learner's path.
    pub(crate) findings: Vec<Finding>,
    /// What those tests printed.
    pub(crate) output: String,
}

impl Tests<'_> {
    /// Runs each test in a process of its own: whoever dies or hangs is then known and costs the others nothing, and
    /// tests that count threads, files or allocations see nobody else's. The first one that fails is the same every
    /// time, whatever follows.
    ///
    /// # Errors
    /// When a process cannot be started or its records cannot be read.
    pub(crate) fn run(&self, tests: &[&Test]) -> anyhow::Result<Phase> {
        let started = Instant::now();
        let first_failed = AtomicUsize::new(usize::MAX);
        let numbered: Vec<(usize, &Test)> = tests.iter().copied().enumerate().collect();
        let work = |(number, test): &(usize, &Test)| {
            let is_idle = || first_failed.load(Relaxed) < *number && started.elapsed() > CURIOSITY;
            let time = DEADLINE.saturating_sub(started.elapsed());
            let found = if is_idle() {
                None
            } else {
                self.one(test, time, &is_idle)?
            };
            if found.is_some() {
                first_failed.fetch_min(*number, Relaxed);
            }
            Ok(found)
        };
        let (mut phase, mut broken) = (Phase::default(), Ok(()));
        batch::each(
            &numbered,
            self.jobs,
            work,
            |_, found: anyhow::Result<_>| match found {
                Ok(Some((finding, output))) => {
                    phase.findings.push(finding);
                    phase.output += &output;
                }
                Ok(None) => {}
                Err(error) => broken = Err(error),
            },
        );
        broken.map(|()| phase)
    }

    /// What speaks against the test, and what it printed; nothing when it holds, or was given up.
    fn one(
        &self,
        test: &Test,
        time: Duration,
        is_idle: &dyn Fn() -> bool,
    ) -> anyhow::Result<Option<(Finding, String)>> {
        let folder = scratch::Folder::new(self.kept)?;
        let records = folder.path().join("findings.jsonl");
        let temporary = folder.path().join("t");
        fs::create_dir(&temporary)
            .with_context(|| format!("failed to make the folder {}", temporary.display()))?;
        let mut command = self.command(&temporary, &records, folder.lifeline());
        command.arg(&test.name);
        let limits = Limits {
            time,
            output: OUTPUT,
        };
        let ran = process::run_unless(&mut command, limits, is_idle)
            .with_context(|| format!("failed to start {}", self.binary.display()))?;
        if matches!(ran.end, End::Killed) && is_idle() {
            return Ok(None);
        }
        let finding = records::read(&records)?.finding(test, ran.end, DEADLINE);
        Ok(finding.map(|finding| (finding, output(&ran))))
    }

    /// As cargo would start it: in the lesson's folder, with what insta asks for. Its temporary files go with it.
    pub(crate) fn command(&self, temporary: &Path, records: &Path, lifeline: &Path) -> Command {
        let dir = self.exercise.lesson_dir(self.course);
        let mut command = Command::new(&self.binary);
        command
            .args(["--exact", "--test-threads=1"])
            .current_dir(&dir)
            .env("HARNESS_FINDINGS", records)
            .env("HARNESS_LIFELINE", lifeline)
            .env("HARNESS_TEMP", temporary)
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
        if temporary.as_os_str().len() <= SOCKETS_FIT {
            command.env("TMPDIR", temporary);
        }
        self.screen.tell(&mut command);
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
        if !said.closed {
            output += "\n… a process that it started went on\n";
        }
    }
    output
}
