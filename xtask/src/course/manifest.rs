//! `lesson.toml`, as it is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use serde::Deserialize;

use super::{Exercise, Id, Lesson};
use crate::verdict::Claim;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LessonToml {
    title: String,
    order: u32,
    promise: String,
    #[serde(default)]
    exercise: Vec<ExerciseToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExerciseToml {
    name: String,
    minutes: u32,
    difficulty: u8,
    idea: String,
    claims: Vec<Claim>,
    hints: [String; 3],
    #[serde(default)]
    start: BTreeMap<String, usize>,
}

/// Reads the lesson in that folder, which gives it its name.
pub(super) fn read(dir: PathBuf) -> anyhow::Result<Lesson> {
    let path = dir.join("lesson.toml");
    let text =
        fs::read_to_string(&path).with_context(|| format!("failed to read {}", path.display()))?;
    let name = dir
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let lesson: LessonToml =
        toml::from_str(&text).with_context(|| format!("failed to read {}", path.display()))?;
    let exercises = lesson
        .exercise
        .into_iter()
        .map(|exercise| exercise.of(&name))
        .collect();
    Ok(Lesson {
        title: lesson.title,
        promise: lesson.promise,
        order: lesson.order,
        exercises,
        name,
        dir,
    })
}

impl ExerciseToml {
    fn of(self, lesson: &str) -> Exercise {
        Exercise {
            id: Id {
                lesson: lesson.to_owned(),
                name: self.name,
            },
            minutes: self.minutes,
            difficulty: self.difficulty,
            idea: self.idea.trim().to_owned(),
            claims: self.claims,
            hints: self.hints.map(|hint| hint.trim().to_owned()),
            start: self.start,
        }
    }
}
