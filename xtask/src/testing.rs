//! A small course in memory, for tests of what needs one but no disk.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::course::{Course, Exercise, Id, Lesson};
use crate::decide::Decision;
use crate::finding::Finding;
use crate::verdict::{Claim, Verdict};

/// `locks` with `counter` and `bounded_buffer`, `threads` with `greeter` and another `counter`.
pub(crate) fn course() -> Course {
    Course {
        root: PathBuf::from("/course"),
        lessons: vec![
            lesson("locks", &["counter", "bounded_buffer"]),
            lesson("threads", &["greeter", "counter"]),
        ],
    }
}

fn lesson(name: &str, exercises: &[&str]) -> Lesson {
    Lesson {
        name: name.into(),
        title: name.to_uppercase(),
        promise: format!("Use {name} without fear."),
        order: 1,
        dir: PathBuf::from("/course/exercises").join(name),
        exercises: exercises
            .iter()
            .map(|exercise_name| exercise(name, exercise_name))
            .collect(),
    }
}

fn exercise(lesson: &str, name: &str) -> Exercise {
    Exercise {
        id: Id {
            lesson: lesson.into(),
            name: name.into(),
        },
        minutes: 10,
        difficulty: 1,
        idea: "Reading, adding and writing are three steps. Mutual exclusion makes them one."
            .into(),
        claims: vec![Claim::EveryInterleaving],
        hints: [
            "Who comes between?".into(),
            "`std::sync::Mutex`".into(),
            "Lock, add, let go.".into(),
        ],
        start: BTreeMap::from([
            ("race".into(), 2),
            ("the_threads_work_at_the_same_time".into(), 3),
        ]),
    }
}

/// A finding of `counter` with that verdict.
pub(crate) fn finding(test: &str, verdict: Verdict, message: &str) -> Finding {
    let test = format!("counter::{test}");
    let claim = Some(Claim::EveryInterleaving);
    Finding::new(&test, claim, verdict, message.into())
}

/// A decision with those findings.
pub(crate) fn decision(verdict: Verdict, findings: Vec<Finding>) -> Decision {
    Decision {
        verdict,
        findings,
        seconds: 0.25,
        cached: false,
        diagnostics: None,
        output: None,
        screen: None,
    }
}
