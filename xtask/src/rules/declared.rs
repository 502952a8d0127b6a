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
    let (lib, main) = (
        lesson.dir.join("src/lib.rs"),
        lesson.dir.join("tests/lesson/main.rs"),
    );
    let (in_lib, in_main) = (read(&lib), read(&main));
    let mut broken = Vec::new();
    for exercise in &lesson.exercises {
        let name = &exercise.id.name;
        for file in [exercise.file(course), exercise.tests(course)] {
            if !file.is_file() {
                broken.push(Broken::at(
                    course,
                    &file,
                    "it is missing; write it, or take it out of lesson.toml",
                ));
            }
        }
        if !in_lib.contains(&format!("pub mod {name};")) {
            broken.push(Broken::at(
                course,
                &lib,
                format!("write `pub mod {name};` with the path of its solution"),
            ));
        }
        if !in_main.contains(&format!("mod {name};")) {
            broken.push(Broken::at(course, &main, format!("write `mod {name};`")));
        }
    }
    for file in files(&lesson.dir.join("src"), ".rs") {
        let name = stem(&file);
        if name != "lib"
            && !lesson
                .exercises
                .iter()
                .any(|exercise| exercise.id.name == name)
        {
            broken.push(Broken::at(
                course,
                &file,
                "lesson.toml has no such exercise; add it, or remove the file",
            ));
        }
    }
    broken
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
