//! rustc's messages: kept as rustc draws them, and the first error in short.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::run::process::{End, Ran};

/// What rustc said about one crate.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// No crate came out.
    pub(crate) failed: bool,
    /// All messages, coloured; empty when there was nothing to say.
    pub(crate) rendered: String,
    /// The first error in one line: what, and where.
    pub(crate) first: Option<String>,
    /// The first error as rustc draws it.
    pub(crate) first_rendered: Option<String>,
    /// The files that the messages are about; an empty name where one is about no file.
    pub(crate) about: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Diagnostic {
    message: String,
    level: String,
    rendered: Option<String>,
    #[serde(default)]
    code: Option<Code>,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    column_start: usize,
    is_primary: bool,
}

/// Reads what rustc wrote. `steady`: without what another run would say otherwise, like the last words of a compiler that
/// crashes.
pub(super) fn read(ran: &Ran, steady: bool) -> Report {
    let failed = !matches!(ran.end, End::Exited(status) if status.success());
    let mut report = Report {
        failed,
        ..Report::default()
    };
    // How far it came before it was stopped is left to chance.
    let is_told = !(steady && matches!(ran.end, End::Killed));
    for line in ran.stderr.text.lines().filter(|_| is_told) {
        // A line that is not JSON comes from a compiler that crashes.
        let Ok(message) = serde_json::from_str::<Diagnostic>(line) else {
            continue;
        };
        report.add(message);
    }
    if failed && report.first.is_none() {
        report.first = Some(match ran.end {
            End::Killed => "the compiler had not come to an end and was stopped".to_owned(),
            End::Exited(status) => format!("the compiler itself failed ({status})"),
        });
        let last_words = ran
            .stderr
            .text
            .lines()
            .filter(|line| !line.starts_with('{'));
        for line in last_words.filter(|_| !steady) {
            report.rendered += line;
            report.rendered += "\n";
        }
        report.about.insert(String::new());
    }
    report
}

impl Report {
    fn add(&mut self, message: Diagnostic) {
        if message.is_summary() {
            return;
        }
        if message.level.starts_with("error") && self.first.is_none() {
            self.first = Some(message.in_short());
            self.first_rendered.clone_from(&message.rendered);
        }
        let primary = message.spans.into_iter().find(|span| span.is_primary);
        self.about
            .insert(primary.map(|span| span.file_name).unwrap_or_default());
        self.rendered += &message.rendered.unwrap_or_default();
    }
}

impl Diagnostic {
    /// The last lines, which only count what was said.
    fn is_summary(&self) -> bool {
        let counts =
            self.message.starts_with("aborting due to") || self.message.ends_with(" emitted");
        (self.spans.is_empty() && counts) || self.level == "failure-note"
    }

    fn in_short(&self) -> String {
        let code = self
            .code
            .as_ref()
            .map(|code| format!("[{}]", code.code))
            .unwrap_or_default();
        let place = self.spans.iter().find(|span| span.is_primary);
        let place = place.map(|span| {
            format!(
                "{}:{}:{}: ",
                span.file_name, span.line_start, span.column_start
            )
        });
        format!("{}error{code}: {}", place.unwrap_or_default(), self.message)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;
    use std::time::Duration;

    use super::*;
    use crate::run::process::Said;

    fn crashed(end: End) -> Ran {
        let warning = r#"{"message":"unused","level":"warning","rendered":"drawn\n"}"#;
        let said = |text: String| Said {
            text,
            cut: 0,
            closed: true,
        };
        Ran {
            end,
            cpu: Duration::ZERO,
            stdout: said(String::new()),
            stderr: said(format!(
                "{warning}\nthread 'rustc' (4711) panicked\n{{\"message\":"
            )),
        }
    }

    #[test]
    fn the_last_words_of_a_compiler_are_for_the_learner_alone() {
        let ran = crashed(End::Exited(ExitStatus::from_raw(6)));
        let told = read(&ran, false);
        assert_eq!(told.rendered, "drawn\nthread 'rustc' (4711) panicked\n");
        assert_eq!(read(&ran, true).rendered, "drawn\n");
    }

    #[test]
    fn of_a_compiler_that_was_stopped_nothing_is_left_to_chance() {
        let report = read(&crashed(End::Killed), true);
        assert!(report.failed && report.rendered.is_empty());
        assert_eq!(
            report.first.as_deref(),
            Some("the compiler had not come to an end and was stopped")
        );
    }

    #[test]
    fn the_first_error_is_given_with_its_place_and_summaries_are_left_out() {
        let mut report = Report::default();
        let error = r#"{"message":"mismatched types","level":"error","rendered":"drawn\n","code":{"code":"E0308"},
            "spans":[{"file_name":"src/counter.rs","line_start":12,"column_start":5,"is_primary":true}]}"#;
        report.add(serde_json::from_str(error).unwrap());
        for (summary, level) in [
            (
                "aborting due to 1 previous error; 2 warnings emitted",
                "error",
            ),
            ("1 warning emitted", "warning"),
            ("2 warnings emitted", "warning"),
        ] {
            let summary = format!(
                r#"{{"message":"{summary}","level":"{level}","rendered":"sum\n","spans":[]}}"#
            );
            report.add(serde_json::from_str(&summary).unwrap());
        }
        assert_eq!(
            report.first.as_deref(),
            Some("src/counter.rs:12:5: error[E0308]: mismatched types")
        );
        assert_eq!(report.rendered, "drawn\n");
        assert!(report.about.iter().eq(["src/counter.rs"]));
    }
}
