//! The same class again, with other jobs: the same bytes, also for programs that do something else every time.

use std::fs;

use crate::class::hand_in;
use crate::grader::{Graded, grade};
use crate::programs::wrong;
use crate::untouched::TERM;

/// Wrong submissions whose real threads and processes are left to chance: how many come before they are stopped, which of
/// them ends first, how far the others are by then, by which number the system knows them.
const BY_CHANCE: [(&str, &str); 8] = [
    ("ipc/map_reduce", "counts_half_answers"),
    ("ipc/process_queue", "leaves_when_the_rail_is_empty"),
    ("ipc/select", "no_patience"),
    ("processes/cost_of_a_process", "never_waits"),
    ("processes/deadline", "gives_up_after_a_few_looks"),
    ("processes/squares", "completion_order"),
    ("processes/worker_role", "asks_too_late"),
    ("processes/worker_role", "last_one_first"),
];

#[test]
fn one_job_and_three_write_the_same_bytes() {
    // The gradings of the term look for processes that are left: they come first.
    let home = TERM.home.path();
    let class = tempfile::tempdir().unwrap();
    for (exercise, name) in BY_CHANCE {
        hand_in(&class.path().join(name), exercise, &wrong(exercise, name));
    }
    let lessons = ["--lesson", "ipc", "--lesson", "processes"];
    let graded = ["1", "3"].map(|jobs| {
        let arguments = [&lessons[..], &["--jobs", jobs]].concat();
        grade(class.path(), home, &arguments)
    });
    let [one, three] = graded.each_ref().map(bytes);
    for (exercise, name) in BY_CHANCE {
        let [one, three] = graded
            .each_ref()
            .map(|graded| graded.exercise(name, exercise));
        assert!(one["findings"][0].is_object(), "{name}: {one}");
        assert_eq!(one, three, "{name}");
    }
    assert!(one == three, "the lines differ elsewhere");
}

fn bytes(graded: &Graded) -> Vec<u8> {
    fs::read(graded.out.path().join("grades.jsonl")).unwrap()
}
