//! What all verdicts of a run depend on besides the submissions: two runs of one ground give the same verdicts, and what
//! the one has kept is true for the other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::order::Order;
use crate::course::Exercise;
use crate::decide::Judge;
use crate::report::grade::class::lesson;

/// How many exercises an error names.
const NAMED: usize = 3;

/// Points, deadlines and jobs are not in it: no verdict depends on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ground {
    /// What rustc calls itself.
    pub(crate) rustc: String,
    /// Seconds for each test.
    pub(crate) timeout: u64,
    pub(crate) sandbox: bool,
    /// Exercise → what stands for its tests, the harness, the explorer, the compiler and its flags.
    pub(crate) tests: BTreeMap<String, String>,
}

impl Ground {
    /// Of what is asked for.
    pub(crate) fn of(judge: &Judge<'_>, exercises: &[&Exercise], order: &Order) -> Self {
        let key = |exercise: &&Exercise| (exercise.id.to_string(), judge.key_of_tests(exercise));
        let version = judge.tools().version.lines().next();
        Self {
            rustc: version.unwrap_or("rustc").to_owned(),
            timeout: order.time.as_secs(),
            sandbox: order.sandbox,
            tests: exercises.iter().map(key).collect(),
        }
    }

    /// In words, what was otherwise then than it is now, so that verdicts may differ. Exercises that only one of both
    /// grades are no difference.
    pub(crate) fn differences(&self, now: &Self) -> Vec<String> {
        let mut found = Vec::new();
        if self.timeout != now.timeout {
            found.push(format!("--timeout {}, not {}", self.timeout, now.timeout));
        }
        if self.sandbox != now.sandbox {
            let with = if self.sandbox { "without" } else { "with" };
            found.push(format!("{with} --no-sandbox"));
        }
        if self.rustc != now.rustc {
            found.push(format!("{}, not {}", self.rustc, now.rustc));
        } else if let Some(changed) = self.changed_tests(now) {
            found.push(changed);
        }
        found
    }

    /// The same of two parts of one class, which must also be about the same exercises.
    pub(crate) fn differences_of_parts(&self, other: &Self) -> Vec<String> {
        let mut found = self.differences(other);
        if !self.tests.keys().eq(other.tests.keys()) {
            let (one, other) = (self.lessons(), other.lessons());
            found.push(format!("lessons {one}, not {other}"));
        }
        found
    }

    fn lessons(&self) -> String {
        let lessons: BTreeSet<&str> = self.tests.keys().map(|id| lesson(id)).collect();
        Vec::from_iter(lessons).join(", ")
    }

    /// The options that it is gone on with, as they are typed.
    pub(crate) fn options(&self) -> String {
        let bare = if self.sandbox { "" } else { " --no-sandbox" };
        format!("--timeout {}{bare}", self.timeout)
    }

    /// Whether the same options are enough to have the same verdicts.
    pub(crate) fn is_left_by_options_alone(&self, now: &Self) -> bool {
        self.rustc == now.rustc && self.changed(now).is_empty()
    }

    /// One text stands for all that an exercise is decided with, so more than that it differs cannot be said; which
    /// exercises, where it is not all of them. Another compiler changes all.
    fn changed_tests(&self, now: &Self) -> Option<String> {
        let changed = self.changed(now);
        let what = "something that verdicts depend on has changed (tests, harness, explorer, compiler or flags)";
        let named = changed[..changed.len().min(NAMED)].join(", ");
        match changed.len() {
            0 => None,
            all if all == self.tests.len() => Some(what.to_owned()),
            many if many > NAMED => Some(format!("{what} for {named} and {} more", many - NAMED)),
            _ => Some(format!("{what} for {named}")),
        }
    }

    /// The exercises of both that are decided otherwise now.
    fn changed(&self, now: &Self) -> Vec<&str> {
        let differs =
            |(id, key): &(&String, &String)| now.tests.get(*id).is_some_and(|it| it != *key);
        let changed = self.tests.iter().filter(differs);
        changed.map(|(id, _)| &**id).collect()
    }

    /// Both together, which have no differences.
    pub(crate) fn with(mut self, other: &Self) -> Self {
        let more = other.tests.iter();
        self.tests
            .extend(more.map(|(id, key)| (id.clone(), key.clone())));
        self
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// With these exercises, whose tests are of that version.
    pub(in crate::grade) fn ground(exercises: &[&str], version: &str) -> Ground {
        let key = |id: &&str| ((*id).to_owned(), version.to_owned());
        Ground {
            rustc: "rustc 1.95.0".into(),
            timeout: 30,
            sandbox: true,
            tests: exercises.iter().map(key).collect(),
        }
    }

    #[test]
    fn every_difference_is_named_and_other_exercises_are_none() {
        let then = ground(&["a/1", "a/2", "a/3", "a/4", "b/1"], "v1");
        assert_eq!(then.differences(&ground(&["b/1", "c/1"], "v1")), [""; 0]);
        let now = Ground {
            timeout: 5,
            sandbox: false,
            ..ground(&["a/1", "a/2", "a/3", "a/4", "b/1"], "v2")
        };
        assert_eq!(
            then.differences(&now),
            [
                "--timeout 30, not 5",
                "without --no-sandbox",
                "something that verdicts depend on has changed (tests, harness, explorer, compiler or flags)"
            ]
        );
        let some = Ground {
            tests: ground(&["a/1", "a/2", "a/3", "a/4"], "v2")
                .with(&ground(&["b/1"], "v1"))
                .tests,
            ..ground(&[], "")
        };
        assert_eq!(
            then.differences(&some),
            [
                "something that verdicts depend on has changed (tests, harness, explorer, compiler or flags) for a/1, a/2, a/3 and 1 more"
            ]
        );
        let part = ground(&["a/1", "b/1"], "v1");
        assert_eq!(then.differences(&part), [""; 0]);
        assert_eq!(part.differences_of_parts(&part), [""; 0]);
        assert_eq!(
            part.differences_of_parts(&ground(&["b/1"], "v1")),
            ["lessons a, b, not b"]
        );
        let now = Ground {
            rustc: "rustc 1.96.0".into(),
            ..ground(&["a/1"], "v2")
        };
        assert_eq!(then.differences(&now), ["rustc 1.95.0, not rustc 1.96.0"]);
    }

    #[test]
    fn the_same_options_are_enough_only_where_nothing_else_has_changed() {
        let then = ground(&["a/1", "a/2"], "v1");
        let options = Ground {
            timeout: 5,
            sandbox: false,
            ..then.clone()
        };
        assert!(then.is_left_by_options_alone(&options));
        assert_eq!(then.options(), "--timeout 30");
        assert_eq!(options.options(), "--timeout 5 --no-sandbox");
        let compiler = Ground {
            rustc: "rustc 1.96.0".into(),
            ..then.clone()
        };
        for now in [compiler, ground(&["a/2"], "v2")] {
            assert!(!then.is_left_by_options_alone(&now));
        }
    }
}
