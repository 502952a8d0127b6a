//! `solutions/` mirrors `exercises/`.

use super::{Broken, Rule, files_below, stem};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "every exercise has a solution of its name, and every solution an exercise",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let missing = course
        .exercises()
        .map(|exercise| exercise.solution(course))
        .filter(|file| !file.is_file());
    let mut broken: Vec<_> = missing
        .map(|file| Broken::at(course, &file, "it is missing; write the reference solution"))
        .collect();
    for file in files_below(course, &["solutions"], ".rs") {
        let lesson = file.parent().map(stem).unwrap_or_default();
        let name = stem(&file);
        if !course
            .exercises()
            .any(|exercise| exercise.id.lesson == lesson && exercise.id.name == name)
        {
            broken.push(Broken::at(
                course,
                &file,
                "no exercise has this name; remove it, or rename it",
            ));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_solution_without_an_exercise_is_told() {
        holds_unless(
            super::RULE,
            &[("solutions/locks/barrier.rs", "")],
            "no exercise has this name",
        );
    }
}
