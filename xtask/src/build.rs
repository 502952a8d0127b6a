//! From one exercise's file to a test binary that holds this exercise and no other: a few small crates by rustc itself.
//! Many exercises of one lesson may be built [`together`].
//!
//! 1. the lesson's library with this one module, as the learner wrote it;
//! 2. the same with the model's `std` under the name `std`, where the lesson has a model; it is built beside 1;
//! 3. the tests of the exercise, linked with both;
//! 4. the programs that these tests start, where there are any; they are built beside the others.
//!
//! That other exercises of the lesson do not compile costs this one nothing, and an edit is decided without cargo.

pub(crate) mod artifacts;
pub(crate) mod diagnostics;
mod metadata;
mod programs;
mod roots;
mod rustc;
pub(crate) mod stamp;
pub(crate) mod together;
pub(crate) mod toolchain;
pub(crate) mod workshop;

use std::path::{Path, PathBuf};
use std::slice;
use std::thread::{self, ScopedJoinHandle};
use std::time::Duration;

use anyhow::Context;

use crate::course::{Course, Exercise};
use crate::run::place::{Here, Place};
use crate::run::screen::Screen;
use artifacts::Artifacts;
use diagnostics::Report;
use programs::Programs;
pub(crate) use rustc::cargo_variables;
use rustc::{Crate, Rustc};
use toolchain::Toolchain;
use workshop::Workshop;

/// What came of a build.
#[derive(Debug)]
pub(crate) enum Built {
    /// The tests, ready to run, and rustc's warnings about the exercise.
    Ready(PathBuf, Report),
    /// rustc refused it.
    Refused(Report, Refuser),
}

/// Which of the crates does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refuser {
    /// The exercise itself.
    Exercise,
    /// Only its second build: it is right Rust, and uses something of std that is not modelled.
    Model,
    /// The tests: a public name or signature is not the one that they use.
    Tests,
}

/// Under which terms programs are built.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'a> {
    /// Where rustc runs.
    pub(crate) place: &'a dyn Place,
    /// For what is built once and never again: the folder that stands for the root of the workspace, in which the
    /// programs lie. Warnings about them interest nobody.
    pub(crate) base: Option<&'a Path>,
    /// What stands in the crate root of the tests besides them.
    pub(crate) canary: &'a str,
    /// For each crate. A compiler that takes longer is stuck: constants can loop, types can grow without end.
    pub(crate) time: Duration,
}

impl Terms<'_> {
    /// For the learner, who will build it again after the next edit.
    pub(crate) const LEARNER: Self = Terms {
        place: &Here,
        base: None,
        canary: "",
        time: Duration::from_secs(60),
    };
}

/// What an exercise is built with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Builder<'a> {
    pub(crate) course: &'a Course,
    pub(crate) tools: &'a Toolchain,
    pub(crate) artifacts: &'a Artifacts,
    /// For what is built once: `target/xtask`.
    pub(crate) kept: &'a Path,
    /// Where rustc's messages will be shown.
    pub(crate) screen: Screen,
    pub(crate) terms: Terms<'a>,
}

/// An exercise, and the file that stands in the place of the learner's.
#[derive(Debug, Clone)]
pub(crate) struct Member<'a> {
    pub(crate) exercise: &'a Exercise,
    /// Absolute.
    pub(crate) file: PathBuf,
}

/// What rustc said of the crates, as far as it came.
struct Attempt {
    own: Report,
    model: Option<Report>,
    /// About the tests and the programs; none where there is no library that they could use.
    users: Vec<Report>,
}

impl Builder<'_> {
    /// Builds the exercise alone.
    ///
    /// # Errors
    /// When rustc cannot be started or the workshop cannot be written; never because of the program.
    pub(crate) fn build(&self, member: &Member<'_>, workshop: &Workshop) -> anyhow::Result<Built> {
        let attempt = self.attempt(slice::from_ref(member), workshop)?;
        let failed = |report: &Report| report.failed;
        if attempt.own.failed {
            return Ok(Built::Refused(attempt.own, Refuser::Exercise));
        }
        if let Some(model) = attempt.model.filter(failed) {
            return Ok(Built::Refused(model, Refuser::Model));
        }
        Ok(match attempt.users.into_iter().find(failed) {
            Some(report) => Built::Refused(report, Refuser::Tests),
            None => Built::Ready(workshop.binary(), attempt.own),
        })
    }

    /// One library, one model and one test binary with the members, which are of one lesson.
    fn attempt(&self, members: &[Member<'_>], workshop: &Workshop) -> anyhow::Result<Attempt> {
        let lesson = members
            .first()
            .and_then(|member| self.course.lesson(&member.exercise.id.lesson))
            .context("there is nothing to build")?;
        let name = lesson.name.replace('-', "_");
        let rustc = Rustc {
            tools: self.tools,
            artifacts: self.artifacts,
            root: &self.course.root,
            workshop,
            screen: self.screen,
            terms: self.terms,
        };
        let programs = Programs::of(self.course, lesson, members, &rustc, self.kept);
        let root = workshop.write(
            "lib.rs",
            &roots::library(lesson, members, self.terms.place)?,
        )?;
        let (own, model) = libraries(&rustc, &name, &root, &programs, self.kept)?;
        let mut attempt = Attempt {
            own,
            model,
            users: Vec::new(),
        };
        if attempt.reports().all(|report| !report.failed) {
            let tests = roots::tests(self.course, lesson, members)?;
            let root = workshop.write("lesson.rs", &(tests + self.terms.canary))?;
            let tests = Crate::tests(&name, &lesson.dir, &root, programs.all());
            attempt.users = users(&rustc, &name, &tests, &programs)?;
        }
        Ok(attempt)
    }
}

impl Attempt {
    fn reports(&self) -> impl Iterator<Item = &Report> {
        [&self.own]
            .into_iter()
            .chain(&self.model)
            .chain(&self.users)
    }
}

/// What the learner wrote, as it is and for the model; beside them the programs that hold none of it.
fn libraries(
    rustc: &Rustc<'_>,
    lesson: &str,
    root: &Path,
    programs: &Programs<'_>,
    kept: &Path,
) -> anyhow::Result<(Report, Option<Report>)> {
    let own = Crate::library(lesson, root);
    let model = rustc
        .artifacts
        .model
        .is_some()
        .then(|| Crate::model(lesson, root));
    thread::scope(|scope| {
        let model = model.map(|model| scope.spawn(move || rustc.compile(&model)));
        let shared = scope.spawn(|| programs.build_shared(rustc, kept));
        let own = rustc.compile(&own);
        let model = model.map(joined).transpose()?;
        joined(shared)?;
        Ok((own?, model))
    })
}

/// What uses it: the tests, and beside them the programs that run it.
fn users(
    rustc: &Rustc<'_>,
    lesson: &str,
    tests: &Crate<'_>,
    programs: &Programs<'_>,
) -> anyhow::Result<Vec<Report>> {
    let own = programs
        .own()
        .map(|program| program.with_library(rustc, lesson))
        .collect::<anyhow::Result<Vec<_>>>()?;
    thread::scope(|scope| {
        // They are small beside the tests: one thread compiles all of them.
        let own = scope.spawn(move || own.iter().map(|program| rustc.compile(program)).collect());
        let tests = rustc.compile(tests);
        let programs: Vec<Report> = joined(own)?;
        Ok([tests?].into_iter().chain(programs).collect())
    })
}

fn joined<T>(thread: ScopedJoinHandle<'_, anyhow::Result<T>>) -> anyhow::Result<T> {
    thread
        .join()
        .ok()
        .context("a thread that compiled panicked")?
}
