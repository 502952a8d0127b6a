//! A wrong submission says on its first line which verdict it must get.

use super::{Broken, Rule, files_below, read};
use crate::course::Course;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule {
    name: "line 1 of every wrong submission is its verdict, and a right one has none",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let mut broken = Vec::new();
    for file in files_below(course, &["tests/submissions/wrong"], ".rs") {
        if !matches!(expected(&read(&file)), Some(verdict) if verdict != Verdict::Solved) {
            broken.push(Broken::at(
                course,
                &file,
                "begin it with the verdict that it must get: `//! verdict: race`",
            ));
        }
    }
    for file in files_below(course, &["tests/submissions/right"], ".rs") {
        if read(&file)
            .lines()
            .next()
            .is_some_and(|line| line.contains("verdict:"))
        {
            broken.push(Broken::at(
                course,
                &file,
                "a right program needs no verdict; say on line 1 how it differs from the solution",
            ));
        }
    }
    broken
}

/// The verdict on line 1: `//! verdict: race`.
pub(super) fn expected(text: &str) -> Option<Verdict> {
    Verdict::named(text.lines().next()?.strip_prefix("//! verdict:")?.trim())
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_verdict_that_does_not_exist_is_told() {
        let path = "tests/submissions/wrong/locks/counter/a.rs";
        holds_unless(
            super::RULE,
            &[(path, "//! verdict: rase\n")],
            "//! verdict: race",
        );
        holds_unless(
            super::RULE,
            &[(path, "//! verdict: solved\n")],
            "//! verdict: race",
        );
        holds_unless(
            super::RULE,
            &[(
                "tests/submissions/right/locks/counter/a.rs",
                "//! verdict: race\n",
            )],
            "needs no verdict",
        );
    }
}
