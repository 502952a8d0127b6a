//! One JSON line when a test starts and one when it ends.

use crate::{Finding, Verdict, secret};
use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::io::Write;

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
    }
    append(&line);
}

/// One `write` a line, so that tests which run side by side do not cut each other's lines.
fn append(line: &Value) {
    let Some(path) = std::env::var_os("HARNESS_FINDINGS") else {
        return;
    };
    let text = format!("{}\n", secret::signed(line.to_string()));
    let written = OpenOptions::new()
        .append(true)
        .create(true)
        .open(&path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    if let Err(error) = written {
        // The runner takes a missing record for a death, so this must not pass in silence.
        eprintln!("failed to write {}: {error}", path.display());
        std::process::exit(3);
    }
}
