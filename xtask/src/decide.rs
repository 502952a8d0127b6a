//! From a file to a verdict.

use std::env;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::build::artifacts;
use crate::build::diagnostics::Report;
use crate::build::toolchain::Toolchain;
use crate::build::workshop::Workshop;
use crate::build::{self, Built, Refuser};
use crate::course::{Course, Exercise};
use crate::finding::Finding;
use crate::fingerprint::Ground;
use crate::paths;
use crate::program;
use crate::refuse::{self, Refusal};
use crate::run::Tests;
use crate::run::plan::{self, Test};
use crate::verdict::Verdict;

/// Whose program is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// The learner's own file.
    Learner,
    /// The reference solution.
    Solution,
    /// Another file in place of the learner's, which is not touched.
    File(PathBuf),
}

/// What goes on, for whoever waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Cargo builds what the lesson's tests need; only the first time, or after an update.
    Dependencies {
        /// Crates that are ready.
        ready: usize,
        /// The one that became ready last.
        last: Option<String>,
    },
    /// rustc compiles the exercise and its tests.
    Compiling,
    /// So many tests go through all interleavings.
    Exploring(usize),
    /// So many tests run with real threads.
    Running(usize),
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Decision {
    /// The one word.
    pub(crate) verdict: Verdict,
    /// Every test that did not hold, in the order of the learner's path.
    pub(crate) findings: Vec<Finding>,
    /// How long it took, without the dependencies.
    pub(crate) seconds: f64,
    /// Known from before: nothing was built or run.
    #[serde(skip)]
    pub(crate) cached: bool,
    /// rustc's own messages, coloured (strip them for a pipe).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) diagnostics: Option<String>,
    /// What the program printed, when it did not solve the exercise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<String>,
}

/// Everything that is needed to decide exercises of one course.
#[derive(Debug)]
pub(crate) struct Judge<'a> {
    course: &'a Course,
    tools: Toolchain,
    ground: Ground,
    /// For what is built and known: `target/xtask`.
    kept: PathBuf,
}

impl<'a> Judge<'a> {
    /// Finds the compiler, and what all verdicts of the course depend on.
    ///
    /// # Errors
    /// When there is no cargo or rustc, or the target folder cannot be written.
    pub(crate) fn of(course: &'a Course) -> anyhow::Result<Self> {
        let target = env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty());
        let target = target.map_or_else(|| course.root.join("target"), PathBuf::from);
        let kept = std::path::absolute(target)?.join("xtask");
        let tools = Toolchain::find(&kept)?;
        let ground = Ground::of(course, &kept, &tools)?;
        Ok(Self {
            course,
            tools,
            ground,
            kept,
        })
    }

    /// What the decision depends on, as a short text: the program, its tests and snapshots, the explorer, the harness and
    /// the compiler. The same key means the same verdict, so that progress is kept under it.
    pub(crate) fn key(&self, exercise: &Exercise, source: &Source) -> String {
        self.ground
            .with(self.course, exercise, &source.file(self.course, exercise))
    }

    /// The compiler.
    pub(crate) fn tools(&self) -> &Toolchain {
        &self.tools
    }

    /// Decides one exercise: builds it alone, explores it, and runs it when no interleaving speaks against it.
    ///
    /// `on_stage` is called from this thread before each stage.
    ///
    /// # Errors
    /// When the tool or its surroundings fail (no space, a damaged course); never because of the program.
    pub(crate) fn decide(
        &self,
        exercise: &Exercise,
        source: &Source,
        on_stage: &dyn Fn(Stage),
    ) -> anyhow::Result<Decision> {
        let mut decisions = self.decide_often(exercise, source, 1, on_stage)?;
        decisions.pop().context("nothing was decided")
    }

    /// The same, run so often; it is built once. Every decision is the same, unless something is left to chance.
    ///
    /// # Errors
    /// As [`Judge::decide`].
    pub(crate) fn decide_often(
        &self,
        exercise: &Exercise,
        source: &Source,
        times: u32,
        on_stage: &dyn Fn(Stage),
    ) -> anyhow::Result<Vec<Decision>> {
        let file = std::path::absolute(source.file(self.course, exercise))?;
        let shown = paths::shown(&self.course.root, &file).to_string();
        if let Some(refused) = refused(exercise, source, &file, &shown)? {
            return Ok(vec![refused]);
        }
        let tests = plan::of(self.course, exercise)?;
        let (lesson, root) = (&exercise.id.lesson, &self.course.root);
        let artifacts = artifacts::of(lesson, root, &self.kept, &self.tools, on_stage)?;
        let started = Instant::now();
        on_stage(Stage::Compiling);
        let workshop = Workshop::open(&self.kept, exercise, source)?;
        let built = build::build(
            self.course,
            exercise,
            &file,
            &self.tools,
            &artifacts,
            &workshop,
        )?;
        let mut decisions = match built {
            Built::Refused(report, refuser) => vec![does_not_compile(report, refuser)],
            Built::Ready(binary, report) => {
                let run = Tests {
                    course: self.course,
                    exercise,
                    binary,
                    version: &artifacts.version,
                };
                let diagnostics = Some(report.rendered).filter(|text| !text.is_empty());
                let once = |_| {
                    Ok(Decision {
                        diagnostics: diagnostics.clone(),
                        ..phases(&run, &tests, on_stage)?
                    })
                };
                (0..times).map(once).collect::<anyhow::Result<_>>()?
            }
        };
        let seconds = started.elapsed().as_secs_f64();
        decisions
            .iter_mut()
            .for_each(|decision| decision.seconds = seconds);
        Ok(decisions)
    }
}

/// [`Judge::decide`], for one exercise.
///
/// # Errors
/// Those of [`Judge::of`] and [`Judge::decide`].
pub(crate) fn decide(
    course: &Course,
    exercise: &Exercise,
    source: &Source,
    on_stage: &dyn Fn(Stage),
) -> anyhow::Result<Decision> {
    Judge::of(course)?.decide(exercise, source, on_stage)
}

/// [`Judge::key`], for one exercise.
///
/// # Errors
/// Those of [`Judge::of`].
pub(crate) fn key(course: &Course, exercise: &Exercise, source: &Source) -> anyhow::Result<String> {
    Ok(Judge::of(course)?.key(exercise, source))
}

impl Source {
    /// Where the program stands.
    pub(crate) fn file(&self, course: &Course, exercise: &Exercise) -> PathBuf {
        match self {
            Self::Learner => exercise.file(course),
            Self::Solution => exercise.solution(course),
            Self::File(path) => path.clone(),
        }
    }
}

impl Decision {
    fn of(findings: Vec<Finding>) -> Self {
        let verdict = findings
            .first()
            .map_or(Verdict::Solved, |finding| finding.verdict);
        Self {
            verdict,
            findings,
            seconds: 0.0,
            cached: false,
            diagnostics: None,
            output: None,
        }
    }

    fn refused(message: String) -> Self {
        Self::of(vec![Finding {
            test: String::new(),
            claim: None,
            verdict: Verdict::DoesNotCompile,
            message,
            outcomes: None,
            schedule: None,
        }])
    }
}

/// What can be said without a compiler.
fn refused(
    exercise: &Exercise,
    source: &Source,
    file: &Path,
    shown: &str,
) -> anyhow::Result<Option<Decision>> {
    let text = match program::read(file)? {
        Ok(text) => text,
        Err(why) => {
            let next = match source {
                Source::Learner => format!(
                    "; `cargo xtask reset {}` brings the starter back",
                    exercise.id
                ),
                Source::Solution | Source::File(_) => String::new(),
            };
            return Ok(Some(Decision::refused(format!("{shown}: {why}{next}"))));
        }
    };
    Ok(refuse::find(&text).map(|found| {
        let Refusal {
            line,
            what,
            instead,
        } = found;
        Decision::refused(format!(
            "{shown}:{line}: {what} is not for exercises; {instead}"
        ))
    }))
}

fn does_not_compile(report: Report, refuser: Refuser) -> Decision {
    let first = report.first.unwrap_or_default();
    let note = match refuser {
        Refuser::Exercise => "",
        Refuser::Model => {
            "\nThis is right Rust, but it uses a part of std that cannot be explored. Write it with another part."
        }
        Refuser::Tests => {
            "\nThe tests do not fit the file any more. Names and signatures of what is `pub` must stay as in the starter."
        }
    };
    Decision {
        diagnostics: Some(report.rendered),
        ..Decision::refused(format!("{first}{note}"))
    }
}

/// The tests of all interleavings come first, and alone when one does not hold: a racy program that fails by chance with
/// real threads would get another verdict each time.
fn phases(run: &Tests<'_>, tests: &[Test], on_stage: &dyn Fn(Stage)) -> anyhow::Result<Decision> {
    let (explored, real): (Vec<&Test>, Vec<&Test>) =
        tests.iter().partition(|test| test.is_explored());
    let mut output = String::new();
    for (tests, stage) in [
        (&explored, Stage::Exploring(explored.len())),
        (&real, Stage::Running(real.len())),
    ] {
        if tests.is_empty() {
            continue;
        }
        on_stage(stage);
        let phase = run.run(tests)?;
        output += &phase.output;
        if !phase.findings.is_empty() {
            return Ok(Decision {
                output: Some(output),
                ..Decision::of(phase.findings)
            });
        }
    }
    Ok(Decision::of(Vec::new()))
}
