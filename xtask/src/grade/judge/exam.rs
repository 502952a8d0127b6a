//! The tests of one exercise: which are asked, and what their answers make of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::asking::Answer;
use crate::finding::Finding;
use crate::grade::record::{Mark, OtherMark};
use crate::grade::sheet::Sheet;
use crate::run::Tests;
use crate::run::place::{Place, Trade};
use crate::run::plan::Test;
use crate::verdict::{Claim, Verdict};

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

impl Exam<'_> {
    /// Runs all tests, also behind one that did not hold: which claims hold is the same every time. Only when an
    /// interleaving speaks against the program, those with real threads are not asked: what they show is left to chance.
    ///
    /// Among those that explore is the canary, the test of that name, which must fail. Gives nothing when it does not.
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
        let mut answers = self.ask_in_one(&first)?.into_iter();
        if canary.is_some() {
            let answer = answers.next().flatten();
            // It shared its process with those that explore.
            if let (Some(Answer::Forged), Some(test)) = (&answer, explored.first()) {
                return Ok(Some(tampered(test)));
            }
            if !dies(answer)? {
                return Ok(None);
            }
        }
        let mut unasked = BTreeSet::new();
        if let Err(forged) = book(&mut sheet, &explored, answers, &mut unasked) {
            return Ok(Some(tampered(forged)));
        }
        let answers = if sheet.findings.is_empty() {
            self.ask_alone(&real)?
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
    mut answers: impl Iterator<Item = Option<Answer>>,
    unasked: &mut BTreeSet<Claim>,
) -> Result<(), &'t Test> {
    for test in tests {
        match answers.next().flatten() {
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
