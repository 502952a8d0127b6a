//! What `lesson.toml` promises of an exercise's tests is what they claim.

use std::collections::BTreeSet;

use super::{Broken, Rule};
use crate::course::{Course, Exercise};
use crate::run::plan;
use crate::verdict::Claim;

pub(super) const RULE: Rule = Rule {
    name: "the tests make the claims that lesson.toml lists, and no others",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    course
        .exercises()
        .filter_map(|exercise| of_exercise(course, exercise))
        .collect()
}

fn of_exercise(course: &Course, exercise: &Exercise) -> Option<Broken> {
    let path = exercise.tests(course);
    let tests = match plan::of(course, exercise) {
        Ok(tests) => tests,
        Err(error) => return Some(Broken::at(course, &path, format!("{error:#}"))),
    };
    let made: BTreeSet<Claim> = tests.iter().map(|test| test.claim).collect();
    let listed: BTreeSet<Claim> = exercise.claims.iter().copied().collect();
    let names = |claims: Vec<&Claim>| {
        claims
            .into_iter()
            .map(|claim| claim.name())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (untested, unlisted) = (
        names(listed.difference(&made).collect()),
        names(made.difference(&listed).collect()),
    );
    match (untested.is_empty(), unlisted.is_empty()) {
        (true, true) => None,
        (false, _) => Some(Broken::at(
            course,
            &path,
            format!("no test claims {untested}; write one, or take it out of lesson.toml"),
        )),
        (_, false) => Some(Broken::at(
            course,
            &path,
            format!("lesson.toml does not list {unlisted}; add it to its claims"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{holds_unless, lesson};

    #[test]
    fn a_claim_without_a_test_is_told_and_a_test_without_a_claim_too() {
        let listed = lesson("[\"value\"]", "[\"value\", \"cost\"]");
        holds_unless(
            super::RULE,
            &[("exercises/locks/lesson.toml", &listed)],
            "no test claims cost",
        );
        let other = lesson("[\"value\"]", "[]");
        holds_unless(
            super::RULE,
            &[("exercises/locks/lesson.toml", &other)],
            "does not list value",
        );
    }
}
