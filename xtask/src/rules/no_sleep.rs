//! Time proves nothing.

use super::{Broken, Rule, files_below, read};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "no lesson test sleeps",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let tests = files_below(course, &["exercises"], ".rs")
        .into_iter()
        .filter(|path| path.components().any(|part| part.as_os_str() == "tests"));
    let sleeping = tests.filter(|path| read(path).contains("thread::sleep"));
    sleeping
        .map(|path| Broken::at(course, &path, "wait for the event itself: a rendezvous, a channel, `within`; a sleep proves nothing"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_sleeping_test_is_told() {
        let text =
            "//! Tests.\n#[test] #[claim(value)] fn it_counts() { std::thread::sleep(TIME) }";
        holds_unless(
            super::RULE,
            &[("exercises/locks/tests/lesson/counter.rs", text)],
            "a sleep proves nothing",
        );
    }
}
