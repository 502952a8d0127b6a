//! How tests are asked: in processes behind walls that they share, with records that only the harness can sign.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Context;

use super::exam::Exam;
use crate::finding::Finding;
use crate::grade::words::Steady;
use crate::run::key::Key;
use crate::run::place::{Call, Turn};
use crate::run::plan::Test;
use crate::run::process::{End, Limits};
use crate::run::{OUTPUT, records};
use crate::scratch;

/// So many tests of one kind may run into the deadline; the others are not asked then, or a submission that hangs
/// everywhere would cost hours. The number and not the clock decides, so it is the same every time.
const HUNG: usize = 2;

/// What came of one test.
#[derive(Debug)]
pub(super) enum Answer {
    Held,
    Failed(Finding),
    /// Somebody has written records that the harness did not sign.
    Forged,
}

/// Tests that share a process, and what becomes of it.
struct Sitting<'t> {
    tests: &'t [&'t Test],
    key: Key,
    records: PathBuf,
}

impl Exam<'_> {
    /// The answers of tests that explore, and of the canary, in order. All are asked in one process: a process costs more
    /// than most of them, and what an exploration does, thousands of times, is undone before the next execution. Whoever
    /// has not come to an end when that process ends is asked again, alone. So is known who has ended it, and the others
    /// lose nothing.
    ///
    /// # Errors
    /// A test cannot be started; never because of the program.
    pub(super) fn ask_in_one(&self, tests: &[&Test]) -> anyhow::Result<Vec<Option<Answer>>> {
        if tests.len() < 2 {
            return self.ask_alone(tests);
        }
        let mut answers = self.ask(&[tests])?.pop().unwrap_or_default();
        if answers.iter().any(is_forged) {
            return self.who_forges(tests, answers);
        }
        let left: Vec<usize> = (0..tests.len())
            .filter(|at| answers[*at].is_none())
            .collect();
        let again: Vec<&Test> = left.iter().map(|at| tests[*at]).collect();
        for (at, answer) in left.into_iter().zip(self.ask_alone(&again)?) {
            answers[at] = answer;
        }
        Ok(answers)
    }

    /// Whose records are forged: asked alone, it may show again. What was seen once counts in any case.
    fn who_forges(
        &self,
        tests: &[&Test],
        answers: Vec<Option<Answer>>,
    ) -> anyhow::Result<Vec<Option<Answer>>> {
        let alone = self.ask_alone(tests)?;
        Ok(if alone.iter().any(is_forged) {
            alone
        } else {
            answers
        })
    }

    /// The answers of tests that are asked in a process each, in order. When [`HUNG`] of them have hung, no more are.
    ///
    /// # Errors
    /// A test cannot be started; never because of the program.
    pub(super) fn ask_alone(&self, tests: &[&Test]) -> anyhow::Result<Vec<Option<Answer>>> {
        let alone: Vec<&[&Test]> = tests.chunks(1).collect();
        let answers = self.ask(&alone)?.into_iter();
        Ok(answers.map(|mut of_one| of_one.pop().flatten()).collect())
    }

    /// The answers of all tests, those of each sitting in a process of their own.
    fn ask(&self, sittings: &[&[&Test]]) -> anyhow::Result<Vec<Vec<Option<Answer>>>> {
        if sittings.is_empty() {
            return Ok(Vec::new());
        }
        let folder = scratch::Folder::new(self.tests.kept)?;
        let number = folder.path().file_name().unwrap_or_default();
        let home = self.base.join(format!("t{}", number.display()));
        let written = home.join(".records");
        let mut command = self.tests.command(&home, &written, folder.lifeline());
        command.env("HARNESS_SIGNED", "1").current_dir(&home);
        let mut asked = Vec::new();
        for (at, tests) in sittings.iter().enumerate() {
            asked.push(Sitting {
                tests,
                key: Key::draw()?,
                records: folder.path().join(format!("records-{at}")),
            });
        }
        let turn = |sitting: &Sitting<'_>| Turn {
            args: sitting.tests.iter().map(|test| test.name.clone()).collect(),
            // Inputs are drawn from the program itself: two runs draw the same, and who changes the program to fit its
            // inputs gets others.
            input: sitting.key.with_seed(self.sha256),
            fetch: vec![(written.clone(), sitting.records.clone())],
        };
        let series = self
            .place
            .take_turns(
                self.call(command, home.clone()),
                asked.iter().map(turn).collect(),
                HUNG,
            )
            .with_context(|| format!("failed to start {}", self.tests.binary.display()))?;
        let steady = Steady::new(&[&home, self.base, &self.tests.course.root]);
        let mut ends = series.ends.into_iter();
        let answers = asked.iter().map(|sitting| match ends.next() {
            Some(end) => self.answers(sitting, end, &steady),
            None => Ok(sitting.tests.iter().map(|_| None).collect()),
        });
        answers.collect()
    }

    /// What a process has shown that ended so. A test that was not alone in it has an answer only by an end of its own.
    fn answers(
        &self,
        sitting: &Sitting<'_>,
        end: End,
        steady: &Steady,
    ) -> anyhow::Result<Vec<Option<Answer>>> {
        let tests = sitting.tests.iter();
        let Some(records) = records::read_signed(&sitting.records, &sitting.key)? else {
            return Ok(tests.map(|_| Some(Answer::Forged)).collect());
        };
        let is_alone = sitting.tests.len() == 1;
        let answer = |test: &&Test| {
            (is_alone || records.has_end_of(test)).then(|| {
                let finding = records.finding(test, end, self.time);
                finding.map_or(Answer::Held, |found| Answer::Failed(steady.finding(found)))
            })
        };
        Ok(tests.map(answer).collect())
    }

    fn call(&self, command: Command, home: PathBuf) -> Call {
        Call {
            command,
            input: Vec::new(),
            limits: Limits {
                time: self.time,
                output: OUTPUT,
            },
            trade: self.trade,
            readable: [self.base.join("exercises")]
                .into_iter()
                .chain(self.readable.iter().cloned())
                .collect(),
            writable: home,
            fetch: Vec::new(),
        }
    }
}

fn is_forged(answer: &Option<Answer>) -> bool {
    matches!(answer, Some(Answer::Forged))
}

#[cfg(test)]
mod tests;
