//! The records that the harness writes: one when a test starts, one when it ends. Only they count: that the process
//! ends well says nothing, since the program under test can end it.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use serde::Deserialize;

use super::death;
use super::key::Key;
use super::plan::Test;
use super::process::End;
use crate::finding::Finding;
use crate::verdict::{Claim, Verdict};

/// More than any honest run writes.
const LIMIT: u64 = 16 << 20;

/// All records of one process.
#[derive(Debug, Default)]
pub(crate) struct Records(Vec<Record>);

#[derive(Debug, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum Record {
    Start {
        test: String,
    },
    End {
        test: String,
        claim: Claim,
        verdict: Verdict,
        #[serde(default)]
        message: String,
        outcomes: Option<String>,
        schedule: Option<String>,
        place: Option<String>,
        /// How much was explored, when it was not everything.
        coverage: Option<String>,
        /// Whether some interleaving ends as it must.
        sometimes: Option<bool>,
    },
}

/// Reads the file. A process that died at once has written none; one that died while it wrote leaves half a line.
pub(super) fn read(path: &Path) -> anyhow::Result<Records> {
    let text = bytes(path)?;
    let text = String::from_utf8_lossy(&text);
    let records = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    Ok(Records(records.collect()))
}

/// Reads signed records from a file that the process itself could not reach. Gives nothing when a line is there that the
/// harness did not sign.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn read_signed(path: &Path, key: &Key) -> anyhow::Result<Option<Records>> {
    let text = bytes(path)?;
    // Who dies while it writes, or at the limit of the disk, leaves a line without its end.
    let whole = text.iter().rposition(|byte| *byte == b'\n');
    let whole = &text[..whole.map_or(0, |at| at + 1)];
    let records: Option<Vec<Record>> = String::from_utf8_lossy(whole)
        .lines()
        .map(|line| serde_json::from_str(key.unsigned(line)?).ok())
        .collect();
    Ok(records.map(Records))
}

fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut text = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(LIMIT).read_to_end(&mut text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error),
    }
    .with_context(|| format!("failed to read {}", path.display()))?;
    Ok(text)
}

impl Records {
    /// Whether the test has come to its end, well or not.
    pub(crate) fn has_end_of(&self, test: &Test) -> bool {
        self.0.iter().any(|record| record.is_end_of(&test.name))
    }

    /// What speaks against the test; nothing when it ended and held. `deadline`: when it was to be killed.
    pub(crate) fn finding(&self, test: &Test, end: End, deadline: Duration) -> Option<Finding> {
        let mut ends = self
            .0
            .iter()
            .filter(|record| record.is_end_of(&test.name))
            .peekable();
        if ends.peek().is_some() {
            return ends.find_map(Record::finding);
        }
        let started = self
            .0
            .iter()
            .any(|record| matches!(record, Record::Start { test: name } if *name == test.name));
        let (verdict, message) = death::of(end, started, deadline);
        Some(Finding::new(&test.name, Some(test.claim), verdict, message))
    }
}

impl Record {
    fn is_end_of(&self, name: &str) -> bool {
        matches!(self, Self::End { test, .. } if test == name)
    }

    /// What an end says, unless it says that the test held.
    fn finding(&self) -> Option<Finding> {
        let Self::End {
            test,
            claim,
            verdict,
            message,
            outcomes,
            schedule,
            place,
            coverage,
            sometimes,
        } = self
        else {
            return None;
        };
        if *verdict == Verdict::Solved {
            return None;
        }
        let message = match coverage {
            Some(coverage) => format!("{message}\n{coverage}"),
            None => message.clone(),
        };
        // The harness tells a reached `todo!` by a hook; a program that replaces the hook still ends with its text.
        let untouched = message.contains("not yet implemented");
        Some(Finding {
            test: test.clone(),
            claim: Some(*claim),
            verdict: if untouched {
                Verdict::NotStarted
            } else {
                *verdict
            },
            message,
            outcomes: outcomes.clone(),
            schedule: schedule.clone(),
            place: place.clone(),
            sometimes: *sometimes,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    use super::*;
    use crate::run::DEADLINE;

    fn records(lines: &[&str]) -> Records {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("records");
        std::fs::write(&path, lines.join("\n")).unwrap();
        read(&path).unwrap()
    }

    fn test(name: &str) -> Test {
        Test {
            name: name.to_owned(),
            claim: Claim::Value,
        }
    }

    const START: &str = r#"{"event":"start","test":"a::one","claim":"value"}"#;
    const SOLVED: &str = r#"{"event":"end","test":"a::one","claim":"value","verdict":"solved"}"#;
    const RACE: &str = r#"{"event":"end","test":"a::one","claim":"value","verdict":"race","message":"lost","outcomes":"{2, 3}"}"#;

    fn exit(code: i32) -> End {
        End::Exited(ExitStatus::from_raw(code << 8))
    }

    #[test]
    fn a_test_holds_only_by_its_own_end() {
        assert!(
            records(&[START, SOLVED])
                .finding(&test("a::one"), exit(0), DEADLINE)
                .is_none()
        );
        assert_eq!(
            records(&[START, SOLVED])
                .finding(&test("a::two"), exit(0), DEADLINE)
                .unwrap()
                .verdict,
            Verdict::Crashed
        );
        assert_eq!(
            records(&[START])
                .finding(&test("a::one"), exit(0), DEADLINE)
                .unwrap()
                .verdict,
            Verdict::Crashed
        );
        assert_eq!(
            records(&[])
                .finding(&test("a::one"), exit(0), DEADLINE)
                .unwrap()
                .verdict,
            Verdict::Crashed
        );
    }

    #[test]
    fn a_finding_keeps_what_the_test_said() {
        let finding = records(&[START, RACE])
            .finding(&test("a::one"), exit(101), DEADLINE)
            .unwrap();
        assert_eq!(
            (finding.verdict, finding.message.as_str()),
            (Verdict::Race, "lost")
        );
        assert_eq!(finding.outcomes.as_deref(), Some("{2, 3}"));
    }

    #[test]
    fn a_test_that_was_killed_is_timed_out() {
        let finding = records(&[START])
            .finding(&test("a::one"), End::Killed, DEADLINE)
            .unwrap();
        assert_eq!(finding.verdict, Verdict::TimedOut);
    }

    #[test]
    fn an_end_that_held_does_not_hide_another_that_did_not() {
        let finding = records(&[START, SOLVED, RACE])
            .finding(&test("a::one"), exit(0), DEADLINE)
            .unwrap();
        assert_eq!(finding.verdict, Verdict::Race);
    }

    #[test]
    fn a_line_that_was_cut_off_is_no_record() {
        let records = records(&[START, &SOLVED[..SOLVED.len() - 3]]);
        assert_eq!(
            records
                .finding(&test("a::one"), exit(0), DEADLINE)
                .unwrap()
                .verdict,
            Verdict::Crashed
        );
    }

    fn signed(lines: &[String]) -> Option<Records> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("records");
        std::fs::write(&path, lines.concat()).unwrap();
        read_signed(&path, &Key::of([7; 32])).unwrap()
    }

    fn line(record: &str) -> String {
        format!("{}\n", Key::of([7; 32]).signed(record))
    }

    #[test]
    fn signed_records_count() {
        let records = signed(&[line(START), line(SOLVED)]).unwrap();
        assert!(
            records
                .finding(&test("a::one"), exit(0), DEADLINE)
                .is_none()
        );
    }

    #[test]
    fn a_line_that_is_not_signed_spoils_all_records() {
        assert!(signed(&[line(START), line(SOLVED), format!("{SOLVED}\n")]).is_none());
        let other = Key::of([8; 32]).signed(SOLVED);
        assert!(signed(&[line(START), format!("{other}\n")]).is_none());
        let moved = line(SOLVED).replace("solved", "race");
        assert!(signed(&[line(START), moved]).is_none());
    }

    #[test]
    fn a_signed_line_that_was_cut_off_is_no_record() {
        let cut = line(SOLVED).trim_end().to_owned();
        let records = signed(&[line(START), cut]).unwrap();
        let finding = records.finding(&test("a::one"), exit(0), DEADLINE);
        assert_eq!(finding.unwrap().verdict, Verdict::Crashed);
    }
}
