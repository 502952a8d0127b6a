//! One JSON line when a test starts and one when it ends.

use crate::{Finding, Verdict, secret};
use serde_json::{Value, json};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A test that has a start and no end died, or was killed, while it ran.
pub(crate) fn start(test: &str, claim: &str) {
    append(&json!({ "event": "start", "test": test, "claim": claim }));
}

/// A test counts as passed only by this record.
pub(crate) fn end(test: &str, claim: &str, finding: &Finding) {
    let mut line =
        json!({ "event": "end", "test": test, "claim": claim, "verdict": finding.verdict.name() });
    if finding.verdict != Verdict::Solved {
        line["message"] = finding.message.clone().into();
        for (key, text) in [
            ("outcomes", &finding.outcomes),
            ("schedule", &finding.schedule),
            ("place", &finding.place),
            ("coverage", &finding.coverage),
        ] {
            if let Some(text) = text {
                line[key] = text.clone().into();
            }
        }
        if let Some(sometimes) = finding.sometimes {
            line["sometimes"] = sometimes.into();
        }
    }
    append(&line);
}

/// The file that `HARNESS_FINDINGS` names. It is opened before the program under test runs for the first time, and stays
/// open: that one may use up all descriptors.
static RECORDS: OnceLock<Option<(PathBuf, File)>> = OnceLock::new();

/// One `write` a line, so that tests which run side by side do not cut each other's lines.
fn append(line: &Value) {
    let Some((path, file)) = RECORDS.get_or_init(open) else {
        return;
    };
    let text = format!("{}\n", secret::signed(line.to_string()));
    let mut file: &File = file;
    if let Err(error) = file.write_all(text.as_bytes()) {
        give_up(path, &error);
    }
}

fn open() -> Option<(PathBuf, File)> {
    let path = PathBuf::from(std::env::var_os("HARNESS_FINDINGS")?);
    match OpenOptions::new().append(true).create(true).open(&path) {
        Ok(file) => Some((path, file)),
        Err(error) => give_up(&path, &error),
    }
}

/// The runner takes a missing record for a death, so this must not pass in silence.
fn give_up(path: &Path, error: &io::Error) -> ! {
    eprintln!("failed to write {}: {error}", path.display());
    std::process::exit(3)
}
