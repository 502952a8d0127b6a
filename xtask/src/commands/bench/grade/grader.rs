//! The grader at work, as an instructor starts it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, bail};

use super::cost::Cost;
use super::draw::Submission;
use crate::course::Course;
use crate::grade::account::Account;
use crate::grade::record::{Grade, Mark};
use crate::report::grade::mark;
use crate::report::words;
use crate::run::process::{self, End, Limits};

/// A day: what hangs in it is killed by the grader itself.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(86_400),
    output: 1 << 20,
};

/// How it is started.
#[derive(Debug)]
pub(super) struct Grader<'a> {
    pub(super) course: &'a Course,
    /// Submissions at a time.
    pub(super) jobs: Option<u32>,
    /// Seconds for each test.
    pub(super) timeout: u64,
    pub(super) sandbox: bool,
}

/// What a grading was.
#[derive(Debug)]
pub(super) struct Graded {
    pub(super) cost: Cost,
    pub(super) account: Account,
    /// Verdicts other than those that had to come.
    pub(super) surprises: Vec<String>,
}

impl Grader<'_> {
    /// Grades the class. `folder`: an empty one for the submissions and all that comes of them.
    ///
    /// # Errors
    /// The grader cannot be started, or could not grade everything.
    pub(super) fn grade(&self, class: &[Submission], folder: &Path) -> anyhow::Result<Graded> {
        let (submissions, out) = (folder.join("class"), folder.join("out"));
        for submission in class {
            submission.write(&submissions.join(&submission.id))?;
        }
        let account = folder.join("account.json");
        let mut command = self.command(&submissions, &out, &account)?;
        let (ran, cost) = Cost::of(|| Ok(process::run(&mut command, LIMITS)?))?;
        if !matches!(ran.end, End::Exited(status) if status.success()) {
            bail!("the grader failed:\n{}", ran.stderr.text.trim_end());
        }
        let account =
            fs::read(&account).with_context(|| format!("failed to read {}", account.display()))?;
        Ok(Graded {
            cost,
            account: serde_json::from_slice(&account).context("the account cannot be read")?,
            surprises: surprises(class, &out.join("grades.jsonl"))?,
        })
    }

    fn command(&self, class: &Path, out: &Path, account: &Path) -> anyhow::Result<Command> {
        let myself = std::env::current_exe().context("cannot tell where this program lies")?;
        let mut command = Command::new(myself);
        command.arg("grade").arg(class).arg("--out").arg(out);
        command.arg("--account").arg(account);
        command.args(["--timeout", &self.timeout.to_string()]);
        if let Some(jobs) = self.jobs {
            command.args(["--jobs", &jobs.to_string()]);
        }
        if !self.sandbox {
            command.arg("--no-sandbox");
        }
        command.current_dir(&self.course.root);
        Ok(command)
    }
}

/// A fast grader that is wrong would be worth nothing.
fn surprises(class: &[Submission], grades: &Path) -> anyhow::Result<Vec<String>> {
    let text = fs::read_to_string(grades);
    let text = text.with_context(|| format!("failed to read {}", grades.display()))?;
    let mut marks = BTreeMap::new();
    for line in text.lines() {
        let grade: Grade = serde_json::from_str(line).context("the grades cannot be read")?;
        let of = grade.exercises.into_iter();
        marks.extend(of.map(|(exercise, graded)| ((grade.id.clone(), exercise), graded.verdict)));
    }
    let mut surprises = Vec::new();
    for submission in class {
        for file in &submission.files {
            let exercise = file.exercise.to_string();
            let mark = marks.get(&(submission.id.clone(), exercise));
            if mark != Some(&Mark::Decided(file.verdict)) {
                let mark = mark.map_or("nothing".to_owned(), |mark| mark::name(*mark));
                let verdict = words::name(file.verdict);
                surprises.push(format!(
                    "{}, {}: {mark}, and not {verdict}",
                    submission.id, file.exercise
                ));
            }
        }
    }
    Ok(surprises)
}
