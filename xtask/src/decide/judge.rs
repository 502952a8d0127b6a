//! Who decides: the steps from a file to a verdict, and what they need.

use std::env;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;

use super::{Decision, Source, Stage, unbuilt};
use crate::batch;
use crate::build::artifacts::{self, Artifacts};
use crate::build::toolchain::Toolchain;
use crate::build::workshop::Workshop;
use crate::build::{Builder, Built, Member, Terms};
use crate::course::{Course, Exercise};
use crate::fingerprint::Ground;
use crate::run::Tests;
use crate::run::plan::{self, Test};
use crate::run::screen::Screen;
use crate::scratch;

/// How often tests are run, and how many at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Often {
    pub(super) times: u32,
    pub(super) jobs: usize,
}

/// Everything that is needed to decide exercises of one course.
#[derive(Debug)]
pub(crate) struct Judge<'a> {
    pub(super) course: &'a Course,
    tools: Toolchain,
    ground: Ground,
    /// For what is built and known: `target/xtask`.
    pub(crate) kept: PathBuf,
    screen: Screen,
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
        scratch::sweep(&kept);
        let tools = Toolchain::find(&kept)?;
        let ground = Ground::of(course, &kept, &tools)?;
        Ok(Self {
            course,
            tools,
            ground,
            kept,
            screen: Screen::default(),
        })
    }

    /// The same; what it shows is drawn for this screen.
    pub(crate) fn on(self, screen: Screen) -> Self {
        Self { screen, ..self }
    }

    /// Whether a decision from before can be shown as it is: a schedule that was drawn for another screen
    /// cannot, nor can rustc's messages.
    pub(crate) fn suits(&self, decision: &Decision) -> bool {
        let mut findings = decision.findings.iter();
        let drawn =
            decision.diagnostics.is_some() || findings.any(|found| found.schedule.is_some());
        !drawn || decision.screen == Some(self.screen)
    }

    /// What the decision depends on, as a short text: the program, its tests and snapshots, the explorer, the harness and
    /// the compiler. The same key means the same verdict, so that progress is kept under it.
    pub(crate) fn key(&self, exercise: &Exercise, source: &Source) -> String {
        self.ground
            .with(self.course, exercise, &source.file(self.course, exercise))
    }

    /// The same for all programs: what is left of it without one.
    pub(crate) fn key_of_tests(&self, exercise: &Exercise) -> String {
        self.ground.with(self.course, exercise, Path::new(""))
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
        let often = Often {
            times: 1,
            jobs: batch::jobs(),
        };
        let mut decisions = self.decide_often(exercise, source, often, on_stage)?;
        decisions.pop().context("nothing was decided")
    }

    /// The same, run so often; it is built once. Every decision is the same, unless something is left to chance.
    ///
    /// # Errors
    /// As [`Judge::decide`].
    pub(super) fn decide_often(
        &self,
        exercise: &Exercise,
        source: &Source,
        often: Often,
        on_stage: &dyn Fn(Stage),
    ) -> anyhow::Result<Vec<Decision>> {
        let file = std::path::absolute(source.file(self.course, exercise))?;
        if let Some(refused) = unbuilt::refused(self.course, exercise, source, &file)? {
            return Ok(vec![refused]);
        }
        let tests = plan::of(self.course, exercise)?;
        let artifacts = self.artifacts(&exercise.id.lesson, on_stage)?;
        let started = Instant::now();
        on_stage(Stage::Compiling);
        let workshop = Workshop::open(&self.kept, exercise, source)?;
        let member = Member { exercise, file };
        let mut decisions = match self.builder(&artifacts).build(&member, &workshop)? {
            Built::Refused(report, refuser) => vec![unbuilt::does_not_compile(report, refuser)],
            Built::Ready(binary, report) => {
                let run = self.tests(exercise, binary, &artifacts.version, often.jobs);
                let decisions = decided(&run, &tests, often.times, on_stage)?.into_iter();
                decisions.map(|decision| decision.warned(&report)).collect()
            }
        };
        self.stamp(&mut decisions, started.elapsed().as_secs_f64());
        Ok(decisions)
    }

    /// How long they took, and what they are drawn for.
    pub(super) fn stamp(&self, decisions: &mut [Decision], seconds: f64) {
        for decision in decisions {
            decision.seconds = seconds;
            decision.screen = Some(self.screen);
        }
    }

    pub(crate) fn builder<'b>(&'b self, artifacts: &'b Artifacts) -> Builder<'b> {
        Builder {
            course: self.course,
            tools: &self.tools,
            artifacts,
            kept: &self.kept,
            screen: self.screen,
            terms: Terms::LEARNER,
        }
    }

    /// The exercise's tests in that binary.
    pub(crate) fn tests<'b>(
        &'b self,
        exercise: &'b Exercise,
        binary: PathBuf,
        version: &'b str,
        jobs: usize,
    ) -> Tests<'b> {
        Tests {
            course: self.course,
            exercise,
            binary,
            version,
            kept: &self.kept,
            screen: self.screen,
            jobs,
        }
    }

    pub(crate) fn artifacts(
        &self,
        lesson: &str,
        on_stage: &dyn Fn(Stage),
    ) -> anyhow::Result<Artifacts> {
        let root = &self.course.root;
        artifacts::of(lesson, root, &self.kept, &self.tools, on_stage)
    }
}

/// The decisions of so many runs.
pub(super) fn decided(
    run: &Tests<'_>,
    tests: &[Test],
    times: u32,
    on_stage: &dyn Fn(Stage),
) -> anyhow::Result<Vec<Decision>> {
    (0..times).map(|_| phases(run, tests, on_stage)).collect()
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
