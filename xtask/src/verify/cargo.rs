//! Steps that cargo does: one call each, its output shown when it fails.

use std::process::Command;
use std::time::Duration;

use anyhow::Context;

use super::ledger::Ledger;
use crate::build::toolchain::Toolchain;
use crate::course::Course;
use crate::run::process::{self, End, Limits, Ran};

/// From an empty target folder on a slow machine.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(1800),
    output: 4 << 20,
};

/// The end of a long output, where the reason stands.
const SHOWN: usize = 200;

/// The explorer's packages and the harness.
pub(crate) const EXPLORER: [&str; 6] = [
    "interleave",
    "interleave-std",
    "interleave-crossbeam",
    "interleave-rayon",
    "interleave-programs",
    "harness",
];

/// A call of cargo in the workspace.
#[derive(Debug)]
pub(crate) struct Call {
    /// `clippy --workspace …`
    arguments: Vec<String>,
    variable: Option<(&'static str, &'static str)>,
    /// What to do when it fails.
    advice: &'static str,
}

impl Call {
    /// `cargo` with these arguments, separated by blanks.
    pub(crate) fn new(arguments: &str, advice: &'static str) -> Self {
        Self {
            arguments: arguments.split_whitespace().map(str::to_owned).collect(),
            variable: None,
            advice,
        }
    }

    /// The same with an environment variable.
    pub(crate) fn with(self, name: &'static str, value: &'static str) -> Self {
        Self {
            variable: Some((name, value)),
            ..self
        }
    }

    /// As one would type it.
    pub(crate) fn shown(&self) -> String {
        let variable = self
            .variable
            .map(|(name, value)| format!("{name}={value} "))
            .unwrap_or_default();
        format!("{variable}cargo {}", self.arguments.join(" "))
    }

    /// Calls cargo. It counts as one; a call that runs tests counts them one by one.
    ///
    /// # Errors
    /// When cargo cannot be started.
    pub(crate) fn run(
        &self,
        course: &Course,
        tools: &Toolchain,
        ledger: &mut Ledger<'_>,
    ) -> anyhow::Result<()> {
        ledger.step(&self.shown(), |ledger| {
            self.judge(&self.start(course, tools, &[])?, ledger);
            Ok(())
        })
    }

    /// Says why this machine cannot run the call's tests, and counts them as skipped. The tests are built and asked for
    /// their number, so that it counts the same things as those that pass, and nobody keeps it up to date.
    ///
    /// # Errors
    /// When cargo cannot be started.
    pub(crate) fn skip(
        &self,
        why: &str,
        course: &Course,
        tools: &Toolchain,
        ledger: &mut Ledger<'_>,
    ) -> anyhow::Result<()> {
        ledger.step(&self.shown(), |ledger| {
            ledger.say(&format!("  {why}\n"));
            let ran = self.start(course, tools, &["--", "--list"])?;
            ledger.skip(listed(&ran.stdout.text));
            if !is_well(&ran) {
                self.fail(&ran, ledger);
            }
            Ok(())
        })
    }

    fn start(&self, course: &Course, tools: &Toolchain, more: &[&str]) -> anyhow::Result<Ran> {
        let mut command: Command = tools.cargo();
        command
            .args(&self.arguments)
            .args(more)
            .current_dir(&course.root)
            .env("INSTA_UPDATE", "no")
            .env("RUST_BACKTRACE", "0");
        command.envs(self.variable);
        process::run(&mut command, LIMITS).context("failed to start cargo")
    }

    fn judge(&self, ran: &Ran, ledger: &mut Ledger<'_>) {
        let well = is_well(ran);
        let (passed, failed) = tests(&ran.stdout.text);
        let runs_tests = self.arguments.first().is_some_and(|first| first == "test");
        ledger.pass(if runs_tests {
            passed
        } else {
            usize::from(well)
        });
        for name in &failed {
            let said = said_by(name, &ran.stdout.text);
            ledger.fail(name, &format!("{said}\n{}", self.advice));
        }
        if !well && failed.is_empty() {
            self.fail(ran, ledger);
        }
    }

    /// It failed as a whole.
    fn fail(&self, ran: &Ran, ledger: &mut Ledger<'_>) {
        let said = last_lines(&format!("{}{}", ran.stdout.text, ran.stderr.text));
        ledger.fail(&self.shown(), &format!("{said}\n{}", self.advice));
    }
}

fn is_well(ran: &Ran) -> bool {
    matches!(ran.end, End::Exited(status) if status.success())
}

/// How many tests libtest names when it is asked to list them.
fn listed(output: &str) -> usize {
    output
        .lines()
        .filter(|line| line.ends_with(": test"))
        .count()
}

/// How many of libtest's tests passed, and which did not.
fn tests(output: &str) -> (usize, Vec<&str>) {
    let ended = |end: &'static str| {
        output
            .lines()
            .filter_map(move |line| Some(line.strip_prefix("test ")?.strip_suffix(end)?.trim_end()))
    };
    (ended("... ok").count(), ended("... FAILED").collect())
}

/// What libtest shows of a failed test: the section under its name.
fn said_by(name: &str, output: &str) -> String {
    let heading = format!("---- {name} stdout ----");
    let section = output.lines().skip_while(|line| *line != heading).skip(1);
    let section = section.take_while(|line| !line.starts_with("---- ") && *line != "failures:");
    last_lines(&section.collect::<Vec<_>>().join("\n"))
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(SHOWN)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_by_libtests_lines() {
        let output = "test a ... ok\ntest b::c ... FAILED\ntest result: FAILED. 1 passed; 1 failed\ntest d ... ok\n";
        assert_eq!(tests(output), (2, vec!["b::c"]));
    }

    #[test]
    fn tests_that_are_only_listed_are_counted() {
        assert_eq!(listed("a: test\nb::c: test\n\n2 tests, 0 benchmarks\n"), 2);
    }

    #[test]
    fn a_failed_test_is_shown_with_what_it_said() {
        let output = "---- a stdout ----\nno\n\n---- b stdout ----\nwhy\n\nfailures:\n    a\n";
        assert_eq!(said_by("a", output), "no");
        assert_eq!(said_by("b", output), "why");
    }

    #[test]
    fn a_call_is_shown_as_one_would_type_it() {
        let call =
            Call::new("doc --workspace --no-deps", "mend it").with("RUSTDOCFLAGS", "-Dwarnings");
        assert_eq!(
            call.shown(),
            "RUSTDOCFLAGS=-Dwarnings cargo doc --workspace --no-deps"
        );
    }
}
