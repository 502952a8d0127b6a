//! The tests of one exercise, one process each, with records that only the harness can sign.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use hmac_sha256::HMAC;

use crate::finding::Finding;
use crate::grade::record::{Mark, OtherMark};
use crate::grade::sheet::Sheet;
use crate::grade::words::Steady;
use crate::run::key::Key;
use crate::run::place::{Call, Place, Trade};
use crate::run::plan::Test;
use crate::run::process::Limits;
use crate::run::{OUTPUT, Tests, records};
use crate::scratch;
use crate::verdict::{Claim, Verdict};

/// So many tests of an exercise may run into the deadline; the others are not asked then, or a submission that hangs
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
    /// # Errors
    /// When a test cannot be started; never because of the program.
    pub(super) fn sit(&self, plan: &[Test]) -> anyhow::Result<Sheet> {
        let (explored, real): (Vec<&Test>, Vec<&Test>) =
            plan.iter().partition(|test| test.is_explored());
        let mut sheet = Sheet {
            verdict: Mark::Decided(Verdict::Solved),
            ..Sheet::not_started()
        };
        let (mut hung, mut unasked) = (0, BTreeSet::new());
        for phase in [explored, real] {
            let speaks_against = !sheet.findings.is_empty();
            for test in phase {
                if speaks_against || hung == HUNG {
                    unasked.insert(test.claim);
                    continue;
                }
                match self.ask(test)? {
                    Answer::Held => hold(&mut sheet.claims, test.claim, true),
                    Answer::Failed(finding) => {
                        hung += usize::from(finding.verdict == Verdict::TimedOut);
                        hold(&mut sheet.claims, test.claim, false);
                        sheet.findings.push(finding);
                    }
                    Answer::Forged => return Ok(tampered(test)),
                }
            }
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
        Ok(sheet)
    }

    /// Whether the test that must fail does fail, and says so by its own record.
    ///
    /// # Errors
    /// When it cannot be started, or says nothing at all.
    pub(super) fn canary_dies(&self, name: String) -> anyhow::Result<bool> {
        let test = Test {
            name,
            claim: Claim::Value,
        };
        match self.ask(&test)? {
            Answer::Failed(finding) if finding.verdict == Verdict::WrongResult => Ok(true),
            Answer::Failed(finding) => {
                anyhow::bail!(
                    "the canary among the tests ended otherwise than it must: {}",
                    finding.message
                )
            }
            Answer::Held | Answer::Forged => Ok(false),
        }
    }

    fn ask(&self, test: &Test) -> anyhow::Result<Answer> {
        let folder = scratch::Folder::new(self.tests.kept)?;
        let number = folder.path().file_name().unwrap_or_default();
        let home = self.base.join(format!("t{}", number.display()));
        let (written, records) = (home.join(".records"), folder.path().join("records"));
        let mut command = self.tests.command(&home, &written, folder.lifeline());
        command
            .arg(&test.name)
            .env("HARNESS_SIGNED", "1")
            .current_dir(&home);
        let key = Key::draw()?;
        let call = Call {
            command,
            input: key.with_seed(self.seed(test)),
            limits: Limits {
                time: self.time,
                output: OUTPUT,
            },
            trade: self.trade,
            readable: [self.base.join("exercises")]
                .into_iter()
                .chain(self.readable.iter().cloned())
                .collect(),
            writable: home.clone(),
            fetch: vec![(written, records.clone())],
        };
        let ran = self
            .place
            .run(call)
            .with_context(|| format!("failed to start {}", self.tests.binary.display()))?;
        let Some(records) = records::read_signed(&records, &key)? else {
            return Ok(Answer::Forged);
        };
        Ok(match records.finding(test, ran.end, self.time) {
            None => Answer::Held,
            Some(finding) => {
                let course = &self.tests.course.root;
                Answer::Failed(Steady::new(&[&home, self.base, course]).finding(finding))
            }
        })
    }

    /// Inputs are drawn from the program itself: two runs draw the same, and who changes the program to fit its inputs
    /// gets others.
    fn seed(&self, test: &Test) -> u64 {
        let drawn = HMAC::mac(test.name.as_bytes(), self.sha256.as_bytes());
        let (seed, _) = drawn.split_first_chunk().unwrap_or((&[0; 8], &[]));
        u64::from_le_bytes(*seed)
    }
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
