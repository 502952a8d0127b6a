//! Snapshots are reviewed, and belong to a test.

use super::{Broken, Rule, files, files_below};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "no snapshot waits for a review, and each belongs to an exercise",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let all = ["exercises", "tests", "xtask"];
    let waiting = [".snap.new", ".pending-snap"]
        .into_iter()
        .flat_map(|ending| files_below(course, &all, ending));
    let mut broken: Vec<_> = waiting
        .map(|file| Broken::at(course, &file, "review it with `cargo insta review`"))
        .collect();
    for lesson in &course.lessons {
        let owned: Vec<_> = lesson
            .exercises
            .iter()
            .flat_map(|exercise| exercise.snapshots(course))
            .collect();
        for file in files(&lesson.dir.join("tests/lesson/snapshots"), ".snap") {
            if !owned.contains(&file) {
                broken.push(Broken::at(
                    course,
                    &file,
                    "it belongs to no exercise; remove it, or name it lesson__EXERCISE__…",
                ));
            }
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_snapshot_of_nobody_is_told_and_an_unreviewed_one_too() {
        let folder = "exercises/locks/tests/lesson/snapshots";
        holds_unless(
            super::RULE,
            &[(&format!("{folder}/lesson__barrier__a.snap"), "")],
            "no exercise",
        );
        holds_unless(
            super::RULE,
            &[(&format!("{folder}/lesson__counter__a.snap.new"), "")],
            "review",
        );
    }
}
