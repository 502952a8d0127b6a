//! From one exercise's file to a test binary that holds this exercise and no other: a few small crates by rustc itself.
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
pub(crate) mod toolchain;
pub(crate) mod workshop;

use std::path::{Path, PathBuf};
use std::thread::{self, ScopedJoinHandle};

use anyhow::Context;

use crate::course::{Course, Exercise};
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
}

impl Builder<'_> {
    /// Builds the exercise with `file` in the place of the learner's.
    ///
    /// # Errors
    /// When rustc cannot be started or the workshop cannot be written; never because of the program.
    pub(crate) fn build(
        &self,
        exercise: &Exercise,
        file: &Path,
        workshop: &Workshop,
    ) -> anyhow::Result<Built> {
        let lesson = exercise.id.lesson.replace('-', "_");
        let rustc = Rustc {
            tools: self.tools,
            artifacts: self.artifacts,
            root: &self.course.root,
            out: workshop.dir(),
            screen: self.screen,
        };
        let programs = Programs::of(self.course, exercise, &rustc, self.kept);
        let root = workshop.write("lib.rs", &roots::library(self.course, exercise, file)?)?;
        let (own, model) = libraries(&rustc, &lesson, &root, &programs, self.kept)?;
        if own.failed {
            return Ok(Built::Refused(own, Refuser::Exercise));
        }
        if let Some(model) = model.filter(|model| model.failed) {
            return Ok(Built::Refused(model, Refuser::Model));
        }
        let root = workshop.write("lesson.rs", &roots::tests(self.course, exercise)?)?;
        let dir = exercise.lesson_dir(self.course);
        let tests = Crate::tests(&lesson, &dir, &root, programs.all());
        let reports = users(&rustc, &lesson, &tests, &programs)?;
        if let Some(failed) = reports.into_iter().find(|report| report.failed) {
            return Ok(Built::Refused(failed, Refuser::Tests));
        }
        Ok(Built::Ready(workshop.dir().join("lesson"), own))
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

/// What uses it: the tests, and beside them the program that runs it.
fn users(
    rustc: &Rustc<'_>,
    lesson: &str,
    tests: &Crate<'_>,
    programs: &Programs<'_>,
) -> anyhow::Result<Vec<Report>> {
    let program = programs
        .own()
        .map(|program| program.with_library(rustc, lesson))
        .transpose()?;
    thread::scope(|scope| {
        let program = program.map(|program| scope.spawn(move || rustc.compile(&program)));
        let tests = rustc.compile(tests);
        let program = program.map(joined).transpose()?;
        Ok([tests?].into_iter().chain(program).collect())
    })
}

fn joined<T>(thread: ScopedJoinHandle<'_, anyhow::Result<T>>) -> anyhow::Result<T> {
    thread
        .join()
        .ok()
        .context("a thread that compiled panicked")?
}
