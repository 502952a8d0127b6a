//! The bugs that others collected are found, and their twins give no alarm.
//!
//! The counts are in a snapshot, to be reviewed when the search changes: fewer is better, and the outcomes stay.

use std::fmt::Write;

use interleave::{Explore, Outcome, Outcomes};
use interleave_programs::sct::{ALL, Bug};

fn explore() -> Explore {
    Explore {
        max_executions: 20_000,
        samples: 2_000,
        ..Explore::default()
    }
}

/// `24 + 45 cut`, or `3582 + 1418 cut, sampled` where the search did not finish.
fn size(found: &Outcomes<()>) -> String {
    let sampled = if found.is_exhaustive() {
        ""
    } else {
        ", sampled"
    };
    format!("{} + {} cut{sampled}", found.executions(), found.cut())
}

/// `1, after 11`: the preemptions of the shortest failing schedule, and the executions of the search for it.
fn shortest(bug: &Bug) -> String {
    let failing = |outcome: &Outcome<()>| !matches!(outcome, Outcome::Value(()));
    let shortest = explore()
        .shortest(bug.wrong, failing)
        .expect("the bug is found");
    assert!(
        format!("{:?}", shortest.outcome).contains(bug.shows),
        "{}",
        bug.name
    );
    format!("{}, after {}", shortest.preemptions, shortest.executions)
}

#[test]
fn every_collected_bug_is_found_and_no_right_twin_is_blamed() {
    let mut table = format!(
        "{:<16} {:<20} {:<26} {:<26} outcomes\n",
        "program", "preemptions, found", "executions", "of the right twin"
    );
    for bug in ALL {
        let (wrong, right) = (explore().outcomes(bug.wrong), explore().outcomes(bug.right));
        assert!(
            wrong.set().contains(bug.shows),
            "{}: {}",
            bug.name,
            wrong.set()
        );
        assert_eq!(right.set(), "{()}", "{}", bug.name);
        writeln!(
            table,
            "{:<16} {:<20} {:<26} {:<26} {}",
            bug.name,
            shortest(&bug),
            size(&wrong),
            size(&right),
            wrong.set()
        )
        .expect("a string takes everything");
    }
    insta::assert_snapshot!(table);
}
