//! From one exercise's file to a test binary that holds this exercise and no other: three small crates by rustc itself.
//!
//! 1. the lesson's library with this one module, as the learner wrote it;
//! 2. the same with the model's `std` under the name `std`; it is built beside 1;
//! 3. the tests of the exercise, linked with both.
//!
//! That other exercises of the lesson do not compile costs this one nothing, and an edit is decided without cargo.

pub(crate) mod artifacts;
pub(crate) mod diagnostics;
mod metadata;
mod roots;
mod rustc;
pub(crate) mod stamp;
pub(crate) mod toolchain;
pub(crate) mod workshop;

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Context;

use crate::course::{Course, Exercise};
use crate::run::screen::Screen;
use artifacts::Artifacts;
use diagnostics::Report;
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

/// Which of the three crates does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refuser {
    /// The exercise itself.
    Exercise,
    /// Only its second build: it is right Rust, and uses something of std that is not modelled.
    Model,
    /// The tests: a public name or signature is not the one that they use.
    Tests,
}

/// Builds the exercise with `file` in the place of the learner's.
///
/// # Errors
/// When rustc cannot be started or the workshop cannot be written; never because of the program.
pub(crate) fn build(
    course: &Course,
    exercise: &Exercise,
    file: &Path,
    tools: &Toolchain,
    artifacts: &Artifacts,
    workshop: &Workshop,
    screen: Screen,
) -> anyhow::Result<Built> {
    let lesson = exercise.id.lesson.replace('-', "_");
    let rustc = Rustc {
        tools,
        artifacts,
        root: &course.root,
        out: workshop.dir(),
        screen,
    };
    let root = roots::library(course, exercise, file)?;
    let root = workshop.write("lib.rs", &root)?;
    let own = Crate::library(&lesson, &root);
    let model = Crate::model(&lesson, &root);
    let (own, model) = thread::scope(|scope| {
        let model = scope.spawn(|| rustc.compile(&model));
        (rustc.compile(&own), model.join())
    });
    let own = own?;
    let model = model
        .ok()
        .context("the thread that compiled the model panicked")??;
    if own.failed {
        return Ok(Built::Refused(own, Refuser::Exercise));
    }
    if model.failed {
        return Ok(Built::Refused(model, Refuser::Model));
    }
    let root = workshop.write("lesson.rs", &roots::tests(course, exercise)?)?;
    let dir = exercise.lesson_dir(course);
    let tests = Crate::tests(&lesson, &dir, &root);
    let report = rustc.compile(&tests)?;
    if report.failed {
        return Ok(Built::Refused(report, Refuser::Tests));
    }
    Ok(Built::Ready(workshop.dir().join("lesson"), own))
}
