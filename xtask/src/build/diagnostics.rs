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

/// Reads what rustc wrote.
pub(super) fn read(ran: &Ran) -> Report {
    let failed = !matches!(ran.end, End::Exited(status) if status.success());
    let mut report = Report {
        failed,
        ..Report::default()
    };
    for line in ran.stderr.text.lines() {
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
        report.rendered += &ran.stderr.text;
        report.about.insert(String::new());
    }
    report
}

impl Report {
    fn add(&mut self, message: Diagnostic) {
        let about_nothing =
            message.spans.is_empty() && message.message.starts_with("aborting due to");
        if about_nothing || message.level == "failure-note" {
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
    use super::*;

    #[test]
    fn the_first_error_is_given_with_its_place_and_the_summary_is_left_out() {
        let mut report = Report::default();
        let error = r#"{"message":"mismatched types","level":"error","rendered":"drawn\n","code":{"code":"E0308"},
            "spans":[{"file_name":"src/counter.rs","line_start":12,"column_start":5,"is_primary":true}]}"#;
        let summary = r#"{"message":"aborting due to 1 previous error","level":"error","rendered":"sum\n","spans":[]}"#;
        report.add(serde_json::from_str(error).unwrap());
        report.add(serde_json::from_str(summary).unwrap());
        assert_eq!(
            report.first.as_deref(),
            Some("src/counter.rs:12:5: error[E0308]: mismatched types")
        );
        assert_eq!(report.rendered, "drawn\n");
        assert!(report.about.iter().eq(["src/counter.rs"]));
    }
}
