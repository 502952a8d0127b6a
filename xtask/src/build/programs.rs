//! Programs that an exercise's tests start as processes of their own.
//!
//! One that is named like an exercise runs the learner's code of that exercise, and is built with it. The others hold
//! none of it, and are built once for all.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, bail};

use super::artifacts::Artifacts;
use super::rustc::{Crate, Rustc};
use super::{Member, Terms, stamp};
use crate::course::{Course, Exercise, Lesson};
use crate::scratch;

/// A program of the lesson, and the file that it becomes.
#[derive(Debug, Clone)]
pub(super) struct Started<'a> {
    /// As the lesson's Cargo.toml names it; `env!("CARGO_BIN_EXE_…")` gives the tests its file.
    pub(super) name: &'a str,
    root: &'a Path,
    pub(super) file: PathBuf,
    is_own: bool,
}

/// Those that the tests of some exercises may start.
#[derive(Debug)]
pub(super) struct Programs<'a>(Vec<Started<'a>>);

/// Two exercises may need the same program at once: the second finds what the first has built.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

impl<'a> Programs<'a> {
    /// The members' own, to be built beside them, and those of the lesson that their tests name, to be kept in `kept`.
    pub(super) fn of(
        course: &Course,
        lesson: &Lesson,
        members: &[Member<'_>],
        rustc: &Rustc<'a>,
        kept: &Path,
    ) -> Self {
        let programs = &rustc.artifacts.programs;
        if programs.is_empty() {
            return Self(Vec::new());
        }
        let texts = sources(course, members)
            .filter_map(|file| fs::read_to_string(file).ok())
            .collect::<String>();
        let is_called = |name: &str, exercise: &Exercise| exercise.id.name == name;
        let started = |(name, root): (&'a String, &'a PathBuf)| {
            let is_own = members
                .iter()
                .any(|member| is_called(name, member.exercise));
            let is_anothers = lesson.exercises.iter().any(|other| is_called(name, other));
            let folder = if is_own {
                rustc.workshop.dir().join("program")
            } else if !is_anothers && texts.contains(&format!("CARGO_BIN_EXE_{name}")) {
                let key = key(rustc, lesson);
                kept.join(&lesson.name)
                    .join(".programs")
                    .join(format!("{name}-{key:016x}"))
            } else {
                return None;
            };
            Some(Started {
                name,
                root,
                file: folder.join(name),
                is_own,
            })
        };
        Self(programs.iter().filter_map(started).collect())
    }

    /// All of them, built or not.
    pub(super) fn all(&self) -> &[Started<'a>] {
        &self.0
    }

    /// Those that run the learner's code.
    pub(super) fn own(&self) -> impl Iterator<Item = &Started<'a>> {
        self.0.iter().filter(|program| program.is_own)
    }

    /// Builds the others, where they are not there from before.
    ///
    /// # Errors
    /// When one does not compile: no learner has written it.
    pub(super) fn build_shared(&self, rustc: &Rustc<'_>, kept: &Path) -> anyhow::Result<()> {
        self.0
            .iter()
            .filter(|program| !program.is_own)
            .try_for_each(|program| program.build_shared(rustc, kept))
    }
}

impl Started<'_> {
    /// As a crate that sees the lesson's library.
    ///
    /// # Errors
    /// When its folder cannot be made.
    pub(super) fn with_library(
        &self,
        rustc: &Rustc<'_>,
        lesson: &str,
    ) -> anyhow::Result<Crate<'_>> {
        let folder = self.file.parent().unwrap_or(&self.file);
        fs::create_dir_all(folder)
            .with_context(|| format!("failed to make the folder {}", folder.display()))?;
        let externs = rustc.seen_by_program(lesson);
        Ok(Crate::program(self.name, self.root, &self.file, externs))
    }

    /// Compiles it beside its place and renames the folder: whoever finds the file finds all of it.
    fn build_shared(&self, rustc: &Rustc<'_>, kept: &Path) -> anyhow::Result<()> {
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        if self.file.is_file() {
            return Ok(());
        }
        let place = self.file.parent().unwrap_or(&self.file);
        let home = place.parent().unwrap_or(place);
        fs::create_dir_all(home)
            .with_context(|| format!("failed to make the folder {}", home.display()))?;
        let beside = scratch::Folder::new(kept)?;
        let file = beside.path().join(self.name);
        let externs = rustc.artifacts.lib.clone();
        // No learner has written it, and it stays.
        let rustc = Rustc {
            terms: Terms::LEARNER,
            ..*rustc
        };
        let report = rustc.compile(&Crate::program(self.name, self.root, &file, externs))?;
        if report.failed {
            let said = anstream::adapter::strip_str(&report.rendered).to_string();
            bail!("{} does not compile\n{}", self.root.display(), said.trim());
        }
        // Another runner may have been faster; what it has built is the same.
        let renamed = fs::rename(beside.path(), place);
        if !self.file.is_file() {
            renamed.with_context(|| format!("failed to write {}", place.display()))?;
        }
        Ok(())
    }
}

/// Everything that the members' tests are built from.
fn sources(course: &Course, members: &[Member<'_>]) -> impl Iterator<Item = PathBuf> {
    members
        .iter()
        .flat_map(|member| member.exercise.test_sources(course))
}

/// Stands for everything that programs without the learner's code are made of.
fn key(rustc: &Rustc<'_>, lesson: &Lesson) -> u64 {
    let mut hasher = DefaultHasher::new();
    stamp::visit(&lesson.dir.join("tests/programs"), &mut |file, _| {
        let name = file.file_stem().unwrap_or_default();
        let is_of_an_exercise = |exercise: &Exercise| name == exercise.id.name.as_str();
        if !lesson.exercises.iter().any(is_of_an_exercise) {
            (file.file_name(), fs::read(file).ok()).hash(&mut hasher);
        }
    });
    let Artifacts { lib, edition, .. } = rustc.artifacts;
    (lib, edition, stamp::of(lib.values().map(PathBuf::as_path))).hash(&mut hasher);
    (&rustc.tools.version, &rustc.tools.flags).hash(&mut hasher);
    hasher.finish()
}
