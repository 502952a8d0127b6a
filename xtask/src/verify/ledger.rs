//! What passed and what failed, told as it comes.

use std::time::{Duration, Instant};

use serde::Serialize;

use crate::report::style::{BAD, FAINT, STRONG, paint};
use crate::terminal::Terminal;

/// The book of one run.
#[derive(Debug)]
pub(crate) struct Ledger<'a> {
    terminal: &'a Terminal,
    /// Standard output is for JSON alone.
    json: bool,
    steps: Vec<Done>,
}

/// What one step has shown.
#[derive(Debug, Default, Serialize)]
struct Done {
    step: String,
    passed: usize,
    failed: usize,
    /// What this machine cannot do.
    skipped: usize,
    seconds: f64,
    failures: Vec<Failure>,
}

/// Something that must hold and does not.
#[derive(Debug, Serialize)]
struct Failure {
    name: String,
    /// What to change.
    message: String,
}

impl<'a> Ledger<'a> {
    /// An empty book.
    pub(crate) fn new(terminal: &'a Terminal, json: bool) -> Self {
        Self {
            terminal,
            json,
            steps: Vec::new(),
        }
    }

    /// Says what is about to be done, does it, and says how it went.
    ///
    /// # Errors
    /// When the step cannot be done.
    pub(crate) fn step(
        &mut self,
        what: &str,
        work: impl FnOnce(&mut Self) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        self.say(&format!("{}\n", paint(STRONG, what)));
        self.steps.push(Done {
            step: what.to_owned(),
            ..Done::default()
        });
        let started = Instant::now();
        let worked = work(self);
        self.close(started.elapsed());
        worked
    }

    fn close(&mut self, time: Duration) {
        let Some(step) = self.steps.last_mut() else {
            return;
        };
        step.seconds = (time.as_secs_f64() * 10.0).round() / 10.0;
        let some = |count: usize, word: &str| match count {
            0 => String::new(),
            count => format!(", {count} {word}"),
        };
        let (failed, skipped) = (some(step.failed, "failed"), some(step.skipped, "skipped"));
        let line = format!(
            "  {} passed{failed}{skipped}, {} s",
            step.passed, step.seconds
        );
        self.say(&format!("{}\n", paint(FAINT, line)));
    }

    /// So many hold.
    pub(crate) fn pass(&mut self, count: usize) {
        if let Some(step) = self.steps.last_mut() {
            step.passed += count;
        }
    }

    /// So many could not be looked at on this machine.
    pub(crate) fn skip(&mut self, count: usize) {
        if let Some(step) = self.steps.last_mut() {
            step.skipped += count;
        }
    }

    /// One does not; `message` says what to change. It is printed at once.
    pub(crate) fn fail(&mut self, name: &str, message: &str) {
        self.say(&format!(
            "  {} {name}\n{}\n",
            paint(BAD, "failed:"),
            indented(message)
        ));
        if let Some(step) = self.steps.last_mut() {
            step.failed += 1;
            step.failures.push(Failure {
                name: name.to_owned(),
                message: message.to_owned(),
            });
        }
    }

    /// Something that one may want to know while it goes on.
    pub(crate) fn say(&self, text: &str) {
        if self.json {
            self.terminal.note(text);
        } else {
            // A reader that has gone away is told by the exit code alone.
            let _ = self.terminal.print(text);
        }
    }

    /// Whether all of it holds.
    pub(crate) fn is_clean(&self) -> bool {
        self.steps.iter().all(|step| step.failed == 0)
    }

    /// The last line: `N passed, N failed`, and `N skipped` where something was; or the JSON document.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub(crate) fn end(&self) -> anyhow::Result<()> {
        let sum = |count: fn(&Done) -> usize| self.steps.iter().map(count).sum::<usize>();
        let (passed, failed) = (sum(|step| step.passed), sum(|step| step.failed));
        let skipped = sum(|step| step.skipped);
        let text = if self.json {
            serde_json::json!({ "steps": self.steps, "passed": passed, "failed": failed, "skipped": skipped })
                .to_string()
        } else if skipped > 0 {
            format!("{passed} passed, {failed} failed, {skipped} skipped")
        } else {
            format!("{passed} passed, {failed} failed")
        };
        Ok(self.terminal.print(&(text + "\n"))?)
    }
}

fn indented(text: &str) -> String {
    let lines = text.trim_end().lines().map(|line| format!("    {line}"));
    lines.collect::<Vec<_>>().join("\n")
}
