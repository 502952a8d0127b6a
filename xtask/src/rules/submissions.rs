//! For every exercise there are programs that must pass and programs that must not.

use super::{Broken, Rule, files, files_below};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "every exercise has at least 3 right and 4 wrong submissions",
    check,
};

const KINDS: [(&str, usize); 2] = [("right", 3), ("wrong", 4)];

fn check(course: &Course) -> Vec<Broken> {
    let mut broken = Vec::new();
    for (kind, least) in KINDS {
        let mut owned = Vec::new();
        for exercise in course.exercises() {
            let folder = exercise.submissions(course, kind);
            let found = files(&folder, ".rs");
            if found.len() < least {
                let what = format!(
                    "{} are there; write at least {least} that a learner would really write",
                    found.len()
                );
                broken.push(Broken::at(course, &folder, what));
            }
            owned.extend(found);
        }
        for file in files_below(course, &[&format!("tests/submissions/{kind}")], ".rs") {
            if !owned.contains(&file) {
                broken.push(Broken::at(
                    course,
                    &file,
                    "no exercise has this folder's name; move it, or remove it",
                ));
            }
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, holds_unless};

    #[test]
    fn a_submission_of_nobody_is_told() {
        holds_unless(
            super::RULE,
            &[("tests/submissions/right/locks/barrier/a.rs", "")],
            "no exercise",
        );
    }

    #[test]
    fn too_few_are_told() {
        let (folder, course) = course(&[]);
        std::fs::remove_file(
            folder
                .path()
                .join("tests/submissions/wrong/locks/counter/a.rs"),
        )
        .unwrap();
        let broken = (super::RULE.check)(&course);
        assert_eq!(broken.len(), 1);
        assert!(broken[0].what.starts_with("3 are there"), "{broken:?}");
    }
}
