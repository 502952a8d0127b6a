//! From the programs of one submission to their sheets: as few builds as possible, then as few processes as are safe.

mod asking;
mod canary;
mod exam;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;

use super::paper::Program;
use super::sheet::Sheet;
use super::words::Steady;
use crate::build::artifacts::Artifacts;
use crate::build::workshop::Workshop;
use crate::build::{Builder, Built, Member, Terms, together};
use crate::course::{Course, Exercise, Id};
use crate::decide::{self, Judge, Stage};
use crate::run::place::{Place, Trade};
use crate::run::plan::{self, Test};
use crate::scratch;
use canary::Canary;
use exam::Exam;

/// Decides programs of one course, that nobody trusts.
#[derive(Debug)]
pub(crate) struct Examiner<'a> {
    course: &'a Course,
    judge: Judge<'a>,
    place: &'a dyn Place,
    time: Duration,
    artifacts: BTreeMap<String, Artifacts>,
    plans: BTreeMap<Id, (Vec<Test>, Trade)>,
}

/// A program and the exercise that it was handed in for.
pub(crate) type Entry<'a> = (&'a Exercise, &'a Program);

impl<'a> Examiner<'a> {
    /// Builds what the tests of these exercises need. `time` is for each test.
    ///
    /// # Errors
    /// When the course cannot be read or built.
    pub(crate) fn of(
        course: &'a Course,
        judge: Judge<'a>,
        exercises: &[&Exercise],
        place: &'a dyn Place,
        time: Duration,
        on_stage: &dyn Fn(Stage),
    ) -> anyhow::Result<Self> {
        let (mut artifacts, mut plans) = (BTreeMap::new(), BTreeMap::new());
        for exercise in exercises {
            let lesson = &exercise.id.lesson;
            if !artifacts.contains_key(lesson) {
                artifacts.insert(lesson.clone(), judge.artifacts(lesson, on_stage)?);
            }
            let plan = (plan::of(course, exercise)?, trade(course, exercise));
            plans.insert(exercise.id.clone(), plan);
        }
        Ok(Self {
            course,
            judge,
            place,
            time,
            artifacts,
            plans,
        })
    }

    /// Decides the programs, which are of one submission and of one lesson, of each exercise only one.
    ///
    /// # Errors
    /// When the tool or its surroundings fail; never because of a program.
    pub(crate) fn decide(&self, entries: &[Entry<'_>]) -> anyhow::Result<Vec<Sheet>> {
        let folder = scratch::Folder::new(&self.judge.kept)?;
        let desk = Desk {
            examiner: self,
            folder: folder.path(),
        };
        let members = desk.lay_out(entries)?;
        let mut sheets = desk.together(entries, &members)?;
        for (at, member) in members.iter().enumerate() {
            if sheets[at].is_none() {
                sheets[at] = Some(desk.alone(entries[at], member)?);
            }
        }
        Ok(sheets.into_iter().flatten().collect())
    }
}

/// Whether its tests start programs.
fn trade(course: &Course, exercise: &Exercise) -> Trade {
    let starts =
        |file: PathBuf| fs::read_to_string(file).is_ok_and(|text| text.contains("CARGO_BIN_EXE_"));
    if exercise.test_sources(course).into_iter().any(starts) {
        Trade::Processes
    } else {
        Trade::Threads
    }
}

/// Where the programs of one submission are built and run.
struct Desk<'e> {
    examiner: &'e Examiner<'e>,
    folder: &'e Path,
}

impl Desk<'_> {
    /// Stands for the root of the workspace: messages name the programs as their authors know them.
    fn base(&self) -> PathBuf {
        self.folder.join("course")
    }

    fn lay_out<'m>(&self, entries: &[Entry<'m>]) -> anyhow::Result<Vec<Member<'m>>> {
        let lay = |(exercise, program): &Entry<'m>| {
            let lesson = self
                .base()
                .join("exercises")
                .join(&exercise.id.lesson)
                .join("src");
            let file = lesson.join(format!("{}.rs", exercise.id.name));
            fs::create_dir_all(&lesson)
                .and_then(|()| fs::write(&file, &program.text))
                .with_context(|| format!("failed to write {}", file.display()))?;
            Ok(Member { exercise, file })
        };
        entries.iter().map(lay).collect()
    }

    /// The sheets of those that can be built in one; none for the others.
    fn together(
        &self,
        entries: &[Entry<'_>],
        members: &[Member<'_>],
    ) -> anyhow::Result<Vec<Option<Sheet>>> {
        let mut sheets = vec![None; members.len()];
        let fits = |at: &usize| together::keeps_to_itself(&entries[*at].1.text);
        let chosen: Vec<usize> = (0..members.len()).filter(fits).collect();
        if chosen.len() < 2 {
            return Ok(sheets);
        }
        let workshop = self.workshop("together")?;
        let canary = Canary::hatch()?;
        let some: Vec<Member<'_>> = chosen.iter().map(|at| members[*at].clone()).collect();
        let base = self.base();
        let artifacts = self.artifacts(entries[0].0)?;
        let builder = self.builder(artifacts, &base, &canary);
        let inside = builder.build_together(&some, &workshop)?;
        let mut first = Some(canary.name());
        for (at, _) in chosen.into_iter().zip(inside).filter(|(_, inside)| *inside) {
            let exam = self.exam(entries[at], &base, &workshop, artifacts);
            sheets[at] = exam.sit(self.plan(entries[at].0)?, first.take())?;
            if sheets[at].is_none() {
                // Who of them has done it shows when each is alone.
                break;
            }
        }
        Ok(sheets)
    }

    fn alone(&self, entry: Entry<'_>, member: &Member<'_>) -> anyhow::Result<Sheet> {
        let workshop = self.workshop(&entry.0.id.name)?;
        let canary = Canary::hatch()?;
        let base = self.base();
        let artifacts = self.artifacts(entry.0)?;
        match self
            .builder(artifacts, &base, &canary)
            .build(member, &workshop)?
        {
            Built::Refused(report, refuser) => {
                let steady = Steady::new(&[&base, self.folder, &self.examiner.course.root]);
                Ok(Sheet::unbuilt(
                    decide::does_not_compile(report, refuser),
                    &steady,
                ))
            }
            Built::Ready(..) => {
                let exam = self.exam(entry, &base, &workshop, artifacts);
                let sheet = exam.sit(self.plan(entry.0)?, Some(canary.name()))?;
                Ok(sheet.unwrap_or_else(exam::canary_lives))
            }
        }
    }

    /// No exercise is called like the folder for many.
    fn workshop(&self, name: &str) -> anyhow::Result<Workshop> {
        let dir = self.folder.join(format!("{name}.d"));
        fs::create_dir(&dir)
            .with_context(|| format!("failed to make the folder {}", dir.display()))?;
        Ok(Workshop::once(dir))
    }

    fn artifacts(&self, exercise: &Exercise) -> anyhow::Result<&Artifacts> {
        let known = self.examiner.artifacts.get(&exercise.id.lesson);
        known.with_context(|| format!("`{}` is not graded", exercise.id))
    }

    fn plan(&self, exercise: &Exercise) -> anyhow::Result<&[Test]> {
        let known = self.examiner.plans.get(&exercise.id);
        known
            .map(|(plan, _)| plan.as_slice())
            .with_context(|| format!("`{}` is not graded", exercise.id))
    }

    fn builder<'b>(
        &'b self,
        artifacts: &'b Artifacts,
        base: &'b Path,
        canary: &'b Canary,
    ) -> Builder<'b> {
        Builder {
            terms: Terms {
                place: self.examiner.place,
                base: Some(base),
                canary: canary.source(),
                time: 2 * self.examiner.time,
            },
            ..self.examiner.judge.builder(artifacts)
        }
    }

    fn exam<'b>(
        &'b self,
        entry: Entry<'b>,
        base: &'b Path,
        workshop: &Workshop,
        artifacts: &'b Artifacts,
    ) -> Exam<'b> {
        let (exercise, program) = entry;
        let examiner = self.examiner;
        let trade = examiner
            .plans
            .get(&exercise.id)
            .map_or(Trade::Threads, |(_, trade)| *trade);
        let shared = examiner
            .judge
            .kept
            .join(&exercise.id.lesson)
            .join(".programs");
        let programs = (trade == Trade::Processes).then_some(shared);
        Exam {
            tests: examiner
                .judge
                .tests(exercise, workshop.binary(), &artifacts.version, 1),
            place: examiner.place,
            trade,
            time: examiner.time,
            readable: [workshop.dir().to_path_buf()]
                .into_iter()
                .chain(programs)
                .collect(),
            base,
            sha256: &program.sha256,
        }
    }
}
