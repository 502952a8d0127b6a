//! The tests of one exercise, a process each behind walls that they share, with records that only the harness can sign.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Context;
use hmac_sha256::HMAC;

use crate::finding::Finding;
use crate::grade::record::{Mark, OtherMark};
use crate::grade::sheet::Sheet;
use crate::grade::words::Steady;
use crate::run::key::Key;
use crate::run::place::{Call, Place, Trade, Turn};
use crate::run::plan::Test;
use crate::run::process::Limits;
use crate::run::{OUTPUT, Tests, records};
use crate::scratch;
use crate::verdict::{Claim, Verdict};

/// So many tests of one kind may run into the deadline; the others are not asked then, or a submission that hangs
/// everywhere would cost hours. The number and not the clock decides, so it is the same every time.
const HUNG: usize = 2;

/// One program's tests, ready to run.
pub(super) struct Exam<'a> {
    pub(super) tests: Tests<'a>,
    pub(super) place: &'a dyn Place,
    pub(super) trade: Trade,
    /// For each test.
    pub(super) time: Duration,
    /// What they start and read.
    pub(super) readable: Vec<PathBuf>,
    /// Where the program lies below, as in the workspace: schedules show its lines.
    pub(super) base: &'a Path,
    /// Of the program.
    pub(super) sha256: &'a str,
}

/// What came of one test.
#[derive(Debug)]
enum Answer {
    Held,
    Failed(Finding),
    /// Somebody has written records that the harness did not sign.
    Forged,
}

impl Exam<'_> {
    /// Runs all tests, also behind one that did not hold: which claims hold is the same every time. Only when an
    /// interleaving speaks against the program, those with real threads are not asked: what they show is left to chance.
    ///
    /// With the canary goes first the test of that name, which must fail. Gives nothing when it does not.
    ///
    /// # Errors
    /// When a test cannot be started, or the canary says nothing at all; never because of the program.
    pub(super) fn sit(
        &self,
        plan: &[Test],
        canary: Option<String>,
    ) -> anyhow::Result<Option<Sheet>> {
        let (explored, real): (Vec<&Test>, Vec<&Test>) =
            plan.iter().partition(|test| test.is_explored());
        let canary = canary.map(|name| Test {
            name,
            claim: Claim::Value,
        });
        let mut sheet = Sheet {
            verdict: Mark::Decided(Verdict::Solved),
            ..Sheet::not_started()
        };
        let first: Vec<&Test> = canary.iter().chain(explored.iter().copied()).collect();
        let mut answers = self.ask(&first)?.into_iter();
        if canary.is_some() && !dies(answers.next())? {
            return Ok(None);
        }
        let mut unasked = BTreeSet::new();
        if let Err(forged) = book(&mut sheet, &explored, answers, &mut unasked) {
            return Ok(Some(tampered(forged)));
        }
        let answers = if sheet.findings.is_empty() {
            self.ask(&real)?
        } else {
            Vec::new()
        };
        if let Err(forged) = book(&mut sheet, &real, answers.into_iter(), &mut unasked) {
            return Ok(Some(tampered(forged)));
        }
        sheet
            .claims
            .retain(|claim, holds| !*holds || !unasked.contains(claim));
        if unasked.contains(&Claim::Value) && sometimes_right(&sheet.findings) {
            sheet.claims.entry(Claim::Value).or_insert(true);
        }
        if let Some(first) = sheet.findings.first() {
            sheet.verdict = Mark::Decided(first.verdict);
        }
        Ok(Some(sheet))
    }

    /// The answers of those that were asked, in order: when [`HUNG`] of them have hung, no more are.
    fn ask(&self, tests: &[&Test]) -> anyhow::Result<Vec<Answer>> {
        if tests.is_empty() {
            return Ok(Vec::new());
        }
        let folder = scratch::Folder::new(self.tests.kept)?;
        let number = folder.path().file_name().unwrap_or_default();
        let home = self.base.join(format!("t{}", number.display()));
        let written = home.join(".records");
        let mut command = self.tests.command(&home, &written, folder.lifeline());
        command.env("HARNESS_SIGNED", "1").current_dir(&home);
        let asked = tests
            .iter()
            .enumerate()
            .map(|(at, test)| {
                let records = folder.path().join(format!("records-{at}"));
                Ok((*test, Key::draw()?, records))
            })
            .collect::<anyhow::Result<Vec<_>>>()?;
        let turn = |(test, key, records): &(&Test, Key, PathBuf)| Turn {
            arg: test.name.clone(),
            input: key.with_seed(self.seed(test)),
            fetch: vec![(written.clone(), records.clone())],
        };
        let turns = asked.iter().map(turn).collect();
        let series = self
            .place
            .take_turns(self.call(command, home.clone()), turns, HUNG)
            .with_context(|| format!("failed to start {}", self.tests.binary.display()))?;
        let steady = Steady::new(&[&home, self.base, &self.tests.course.root]);
        let answers = asked.iter().zip(series.ends);
        answers
            .map(|((test, key, records), end)| {
                let Some(records) = records::read_signed(records, key)? else {
                    return Ok(Answer::Forged);
                };
                let finding = records.finding(test, end, self.time);
                Ok(finding.map_or(Answer::Held, |found| Answer::Failed(steady.finding(found))))
            })
            .collect()
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

    /// Inputs are drawn from the program itself: two runs draw the same, and who changes the program to fit its inputs
    /// gets others.
    fn seed(&self, test: &Test) -> u64 {
        let drawn = HMAC::mac(test.name.as_bytes(), self.sha256.as_bytes());
        let (seed, _) = drawn.split_first_chunk().unwrap_or((&[0; 8], &[]));
        u64::from_le_bytes(*seed)
    }
}

/// Whether the canary has failed, and says so by its own record.
///
/// # Errors
/// It says nothing at all.
fn dies(answer: Option<Answer>) -> anyhow::Result<bool> {
    match answer {
        Some(Answer::Failed(finding)) if finding.verdict == Verdict::WrongResult => Ok(true),
        Some(Answer::Failed(finding)) => {
            anyhow::bail!(
                "the canary among the tests ended otherwise than it must: {}",
                finding.message
            )
        }
        Some(Answer::Held | Answer::Forged) => Ok(false),
        None => anyhow::bail!("the canary among the tests was not run"),
    }
}

/// Enters what came of these tests. Gives back the test whose records are forged.
fn book<'t>(
    sheet: &mut Sheet,
    tests: &[&'t Test],
    mut answers: impl Iterator<Item = Answer>,
    unasked: &mut BTreeSet<Claim>,
) -> Result<(), &'t Test> {
    for test in tests {
        match answers.next() {
            Some(Answer::Held) => hold(&mut sheet.claims, test.claim, true),
            Some(Answer::Failed(finding)) => {
                hold(&mut sheet.claims, test.claim, false);
                sheet.findings.push(finding);
            }
            Some(Answer::Forged) => return Err(test),
            None => {
                unasked.insert(test.claim);
            }
        }
    }
    Ok(())
}

/// Whether each interleaving test that speaks against the program also has an interleaving that ends as it must. Tests
/// with real threads would see the right values then, or not: that is left to chance, and this is not.
fn sometimes_right(findings: &[Finding]) -> bool {
    !findings.is_empty()
        && findings.iter().all(|finding| {
            finding.claim == Some(Claim::EveryInterleaving) && finding.sometimes == Some(true)
        })
}

/// A claim holds when all of its tests do.
fn hold(claims: &mut BTreeMap<Claim, bool>, claim: Claim, holds: bool) {
    *claims.entry(claim).or_insert(true) &= holds;
}

/// The sheet of a program that writes records itself. Nothing else that it has shown counts.
fn tampered(test: &Test) -> Sheet {
    Sheet {
        findings: vec![Finding::new(
            &test.name,
            Some(test.claim),
            Verdict::Crashed,
            "something wrote into the records of this test, and it was not the test: a line is not signed".to_owned(),
        )],
        ..unfit()
    }
}

/// The sheet of a program with whom a test holds that must fail.
pub(super) fn canary_lives() -> Sheet {
    Sheet {
        findings: vec![Finding::new(
            "",
            None,
            Verdict::Crashed,
            "a test that must fail was made to hold".to_owned(),
        )],
        ..unfit()
    }
}

fn unfit() -> Sheet {
    Sheet {
        verdict: Mark::Other(OtherMark::Tampered),
        ..Sheet::not_started()
    }
}
