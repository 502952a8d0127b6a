//! Programs that tests start are found by their names.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Broken, Rule, files, read, stem};
use crate::course::{Course, Lesson};

pub(super) const RULE: Rule = Rule {
    name: "every file in tests/programs is a [[bin]], called like its exercise; hand.rs like its lesson",
    check,
};

/// As much of a lesson's Cargo.toml as is asked for.
#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    bin: Vec<Program>,
}

#[derive(Deserialize)]
struct Program {
    name: String,
    path: Option<String>,
}

fn check(course: &Course) -> Vec<Broken> {
    course
        .lessons
        .iter()
        .flat_map(|lesson| of_lesson(course, lesson))
        .collect()
}

fn of_lesson(course: &Course, lesson: &Lesson) -> Vec<Broken> {
    let path = lesson.dir.join("Cargo.toml");
    let found = files(&lesson.dir.join("tests/programs"), ".rs");
    let programs = match toml::from_str::<Manifest>(&read(&path)) {
        Ok(manifest) => manifest.bin,
        Err(error) => return vec![Broken::at(course, &path, format!("mend it: {error}"))],
    };
    let mut named: BTreeMap<String, String> = programs
        .into_iter()
        .map(|program| (program.path.unwrap_or_default(), program.name))
        .collect();
    let mut broken = Vec::new();
    for file in found {
        let name = stem(&file);
        let is_exercise = lesson
            .exercises
            .iter()
            .any(|exercise| exercise.id.name == name);
        let expected = if is_exercise {
            name.clone()
        } else {
            format!("{}-{name}", lesson.name)
        };
        let declared = named.remove(&format!("tests/programs/{name}.rs"));
        if declared.is_none_or(|declared| declared != expected) {
            let what = format!("declare it as a [[bin]] `{expected}` in the lesson's Cargo.toml");
            broken.push(Broken::at(course, &file, what));
        }
    }
    let astray = named.into_iter().map(|(file, name)| {
        let what = format!(
            "`{name}` is no program in tests/programs ({file}); move it there, or take it out"
        );
        Broken::at(course, &path, what)
    });
    broken.extend(astray);
    broken
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    const HAND: &str = "[[bin]]\nname = \"locks-hand\"\npath = \"tests/programs/hand.rs\"\n";

    #[test]
    fn a_program_that_nobody_declares_is_told() {
        let file = ("exercises/locks/tests/programs/counter.rs", "//! Counts.");
        holds_unless(super::RULE, &[file], "a [[bin]] `counter`");
    }

    #[test]
    fn a_program_under_another_name_is_told() {
        let file = ("exercises/locks/tests/programs/hand.rs", "//! Works.");
        let other = HAND.replace("locks-hand", "worker");
        let manifest = ("exercises/locks/Cargo.toml", other.as_str());
        holds_unless(super::RULE, &[file, manifest], "a [[bin]] `locks-hand`");
    }

    #[test]
    fn a_declared_program_that_is_not_there_is_told() {
        let manifest = ("exercises/locks/Cargo.toml", HAND);
        holds_unless(super::RULE, &[manifest], "`locks-hand` is no program");
    }
}
