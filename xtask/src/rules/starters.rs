//! A starter says where to begin.

use super::{Broken, Rule, read};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "every starter has a TODO",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let without = course
        .exercises()
        .map(|exercise| exercise.file(course))
        .filter(|file| !read(file).contains("TODO"));
    without
        .map(|file| {
            Broken::at(
                course,
                &file,
                "put a `// TODO 1: …` where the learner begins",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_starter_without_a_todo_is_told() {
        holds_unless(
            super::RULE,
            &[("exercises/locks/src/counter.rs", "//! Counter.")],
            "TODO 1",
        );
    }
}
