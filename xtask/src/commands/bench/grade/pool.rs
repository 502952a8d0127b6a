//! What may be handed in for each exercise: the course's own programs, of which it is known what must come of them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::course::{Course, Exercise, Id};
use crate::pristine::Pristine;
use crate::rules;
use crate::verdict::Verdict;

/// The programs for one exercise.
#[derive(Debug)]
pub(super) struct Pool {
    pub(super) id: Id,
    pub(super) starter: String,
    pub(super) solution: String,
    /// The solution is the first of them.
    pub(super) right: Vec<String>,
    /// Each with the verdict that it must get. May be empty.
    pub(super) wrong: Vec<(String, Verdict)>,
}

/// The pools of all exercises, in the order of the course.
///
/// # Errors
/// A file cannot be read, or a wrong program does not say what it must get.
pub(super) fn of(course: &Course) -> anyhow::Result<Vec<Pool>> {
    let pristine = Pristine::load(&course.root)?;
    course
        .exercises()
        .map(|exercise| one(course, exercise, &pristine))
        .collect()
}

fn one(course: &Course, exercise: &Exercise, pristine: &Pristine) -> anyhow::Result<Pool> {
    let id = &exercise.id;
    let starter = pristine.starter(id);
    let solution = read(&exercise.solution(course))?;
    let mut right = vec![solution.clone()];
    for file in rules::files(&exercise.submissions(course, "right"), ".rs") {
        right.push(read(&file)?);
    }
    let wrong = rules::files(&exercise.submissions(course, "wrong"), ".rs");
    Ok(Pool {
        id: id.clone(),
        starter: starter
            .with_context(|| {
                format!("the starter of `{id}` is not packed; run `cargo xtask pack`")
            })?
            .to_owned(),
        solution,
        right,
        wrong: wrong
            .into_iter()
            .map(wrong_one)
            .collect::<anyhow::Result<_>>()?,
    })
}

fn wrong_one(file: PathBuf) -> anyhow::Result<(String, Verdict)> {
    let verdict = rules::expected_verdict(&file);
    let verdict = verdict.with_context(|| {
        format!(
            "{} does not begin with the verdict that it must get",
            file.display()
        )
    })?;
    Ok((read(&file)?, verdict))
}

fn read(file: &Path) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("failed to read {}", file.display()))
}
