//! What an instructor would write without a grader: copy the files into a clone, call `cargo test`, kill it when it hangs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, bail};

use super::cost::Cost;
use super::draw::Submission;
use super::orphans;
use super::pool::Pool;
use crate::build::stamp;
use crate::build::toolchain::Toolchain;
use crate::course::Course;
use crate::run::process::{End, Limits, Ran};

/// What libtest says when it has come to its end. Where something does not compile, cargo runs no test at all.
const END: &str = "\ntest result: ";

const OUTPUT: usize = 4 << 20;

/// From an empty target folder.
const FIRST: Limits = Limits {
    time: Duration::from_secs(3600),
    output: OUTPUT,
};

/// A clone of the workspace with a target folder of its own.
#[derive(Debug)]
pub(super) struct Loop<'a> {
    tools: &'a Toolchain,
    clone: PathBuf,
    lessons: Vec<&'a str>,
    /// For each lesson's tests.
    limits: Limits,
    pub(super) sum: Sum,
}

/// What has come of the loop so far.
#[derive(Debug, Default)]
pub(super) struct Sum {
    pub(super) submissions: usize,
    pub(super) cost: Cost,
    /// One call of `cargo test` each.
    pub(super) lessons: usize,
    /// Those of which no test was run.
    pub(super) unbuilt: usize,
    /// Those that had not ended in time.
    pub(super) killed: usize,
}

impl<'a> Loop<'a> {
    /// Makes the clone in the folder, with the starters, and builds it: that costs an instructor time only once.
    ///
    /// # Errors
    /// The clone cannot be made, or cargo cannot build it.
    pub(super) fn prepare(
        course: &'a Course,
        tools: &'a Toolchain,
        pools: &[Pool],
        folder: &Path,
        time: Duration,
    ) -> anyhow::Result<Self> {
        let this = Self {
            tools,
            clone: folder.join("clone"),
            lessons: course.begun().map(|lesson| &*lesson.name).collect(),
            limits: Limits {
                time,
                output: OUTPUT,
            },
            sum: Sum::default(),
        };
        copy(&course.root, &this.clone)?;
        for pool in pools {
            let file = this.clone.join(pool.id.path());
            fs::write(&file, &pool.starter)
                .with_context(|| format!("failed to write {}", file.display()))?;
        }
        for lesson in &this.lessons {
            let ran = this.cargo(lesson, &["--no-run"], FIRST)?;
            if !matches!(ran.end, End::Exited(status) if status.success()) {
                bail!(
                    "cargo cannot build `{lesson}`:\n{}",
                    ran.stderr.text.trim_end()
                );
            }
        }
        Ok(this)
    }

    /// One submission, lesson by lesson, so that a file that does not compile costs no other lesson its tests.
    ///
    /// # Errors
    /// A file cannot be written, or cargo cannot be started.
    pub(super) fn grade(&mut self, submission: &Submission) -> anyhow::Result<()> {
        let (ran, cost) = Cost::of(|| {
            submission.write(&self.clone)?;
            let lessons = self.lessons.iter();
            let test = |lesson: &&str| self.cargo(lesson, &["--no-fail-fast"], self.limits);
            lessons.map(test).collect::<anyhow::Result<Vec<Ran>>>()
        })?;
        self.sum.submissions += 1;
        self.sum.cost += cost;
        self.sum.lessons += ran.len();
        for ran in ran {
            match ran.end {
                End::Killed => self.sum.killed += 1,
                End::Exited(_) if !ran.stdout.text.contains(END) => self.sum.unbuilt += 1,
                End::Exited(_) => {}
            }
        }
        Ok(())
    }

    fn cargo(&self, lesson: &str, arguments: &[&str], limits: Limits) -> anyhow::Result<Ran> {
        let mut command: Command = self.tools.cargo();
        command
            .args(["test", "--package", lesson])
            .args(arguments)
            .current_dir(&self.clone)
            .env("CARGO_TARGET_DIR", self.clone.join("target"));
        orphans::run(&mut command, limits).context("failed to start cargo")
    }
}

/// All but what cargo and editors put there. The hidden files of a workspace are about it, not of it.
fn copy(root: &Path, clone: &Path) -> anyhow::Result<()> {
    let mut copied = Ok(());
    stamp::visit(root, &mut |file, _| {
        if copied.is_err() {
            return;
        }
        let to = clone.join(file.strip_prefix(root).unwrap_or(file));
        copied = fs::create_dir_all(to.parent().unwrap_or(clone))
            .and_then(|()| fs::copy(file, &to).map(drop))
            .with_context(|| format!("failed to copy {}", file.display()));
    });
    copied
}
