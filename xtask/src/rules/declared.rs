//! What is on disk, in `lesson.toml`, and in the two crate roots of a lesson is the same.

use super::{Broken, Rule, files, read, stem};
use crate::course::{Course, Lesson};

pub(super) const RULE: Rule = Rule {
    name: "lesson.toml, lib.rs, tests/lesson/main.rs and the files name the same exercises",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    course
        .lessons
        .iter()
        .flat_map(|lesson| of_lesson(course, lesson))
        .collect()
}

fn of_lesson(course: &Course, lesson: &Lesson) -> Vec<Broken> {
    let mut broken = Vec::new();
    for exercise in &lesson.exercises {
        for file in [exercise.file(course), exercise.tests(course)] {
            if !file.is_file() {
                let what = "it is missing; write it, or take it out of lesson.toml";
                broken.push(Broken::at(course, &file, what));
            }
        }
    }
    for (root, word) in [("src/lib.rs", "pub mod"), ("tests/lesson/main.rs", "mod")] {
        broken.extend(of_root(course, lesson, root, word));
    }
    for file in files(&lesson.dir.join("src"), ".rs") {
        let name = stem(&file);
        if name != "lib"
            && !lesson
                .exercises
                .iter()
                .any(|exercise| exercise.id.name == name)
        {
            let what = "lesson.toml has no such exercise; add it, or remove the file";
            broken.push(Broken::at(course, &file, what));
        }
    }
    broken
}

/// Every exercise is a module of the crate's root.
fn of_root(course: &Course, lesson: &Lesson, root: &str, word: &str) -> Vec<Broken> {
    let path = lesson.dir.join(root);
    let text = read(&path);
    let declarations = lesson
        .exercises
        .iter()
        .map(|exercise| format!("{word} {};", exercise.id.name));
    let missing = declarations.filter(|declaration| !text.contains(declaration));
    missing
        .map(|declaration| Broken::at(course, &path, format!("write `{declaration}`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_file_that_nobody_declares_is_told() {
        holds_unless(
            super::RULE,
            &[("exercises/locks/src/barrier.rs", "")],
            "no such exercise",
        );
    }

    #[test]
    fn an_exercise_that_a_root_forgets_is_told() {
        holds_unless(
            super::RULE,
            &[("exercises/locks/src/lib.rs", "//! Lesson.")],
            "pub mod counter;",
        );
        holds_unless(
            super::RULE,
            &[("exercises/locks/tests/lesson/main.rs", "//! Tests.")],
            "mod counter;",
        );
    }
}
