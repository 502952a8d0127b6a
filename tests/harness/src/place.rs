//! The line that a learner should look at first: where a schedule takes its decisive turn.

use interleave::Schedule;
use interleave::schedule::{Action, End, Place, Waits};

/// `exercises/locks/src/counter.rs:15`; none when no step stands in the program under test.
///
/// The first panic; else where a thread is stuck for good; else the line after which another thread came between; else
/// the last line that was reached.
pub(crate) fn decisive(schedule: &Schedule) -> Option<String> {
    let place = panicked(schedule)
        .or_else(|| stuck(schedule))
        .or_else(|| interrupted(schedule))
        .or_else(|| {
            schedule
                .steps
                .iter()
                .rev()
                .find_map(|step| own(step.place.as_ref()))
        })?;
    Some(format!("{}:{}", place.file, place.line))
}

fn panicked(schedule: &Schedule) -> Option<&Place> {
    let mut steps = schedule.steps.iter();
    steps.find_map(|step| match step.action {
        Action::Panic(_) => own(step.place.as_ref()),
        _ => None,
    })
}

/// Whoever only waits for another thread's end is not the cause, unless nobody else is there.
fn stuck(schedule: &Schedule) -> Option<&Place> {
    if !matches!(schedule.outcome.as_str(), "deadlock" | "livelock") {
        return None;
    }
    let joins = |end: &&End| matches!(end.waits, Some(Waits::Thread { .. }));
    let (joining, others): (Vec<&End>, Vec<&End>) = schedule.end.iter().partition(joins);
    let mut ends = others.into_iter().chain(joining);
    ends.find_map(|end| own(end.place.as_ref()))
}

fn interrupted(schedule: &Schedule) -> Option<&Place> {
    let steps = &schedule.steps;
    let preemptions = steps.iter().enumerate();
    let mut preempted = preemptions.filter_map(|(at, step)| Some((at, step.preempts?)));
    preempted.find_map(|(at, thread)| {
        let mut before = steps[..at].iter().rev();
        before.find_map(|step| own(step.place.as_ref()).filter(|_| step.thread == thread))
    })
}

/// A line of the program under test, and not of the test that calls it.
fn own(place: Option<&Place>) -> Option<&Place> {
    place.filter(|place| !place.file.replace('\\', "/").contains("tests/lesson/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use interleave::schedule::Step;

    fn at(file: &str, line: u32) -> Option<Place> {
        Some(Place {
            file: file.into(),
            line,
            ..Place::default()
        })
    }

    fn step(thread: usize, line: u32, preempts: Option<usize>) -> Step {
        Step {
            thread,
            action: Action::Remark(String::new()),
            note: String::new(),
            place: at("src/counter.rs", line),
            preempts,
        }
    }

    #[test]
    fn a_lost_update_is_shown_where_another_thread_came_between() {
        let steps = vec![
            step(1, 15, None),
            step(2, 15, Some(1)),
            step(2, 16, None),
            step(1, 16, None),
        ];
        let schedule = Schedule {
            steps,
            ..Schedule::default()
        };
        assert_eq!(decisive(&schedule).as_deref(), Some("src/counter.rs:15"));
    }

    #[test]
    fn a_deadlock_is_shown_where_a_thread_waits_for_more_than_another_threads_end() {
        let end = |waits, line| End {
            thread: 0,
            holds: Vec::new(),
            waits: Some(waits),
            place: at("src/counter.rs", line),
        };
        let schedule = Schedule {
            end: vec![
                end(Waits::Thread { thread: 1 }, 9),
                end(Waits::Notification { condvar: 0 }, 20),
            ],
            outcome: "deadlock".into(),
            ..Schedule::default()
        };
        assert_eq!(decisive(&schedule).as_deref(), Some("src/counter.rs:20"));
    }

    #[test]
    fn the_first_panic_weighs_more_than_what_follows_from_it() {
        let panic = |line| Step {
            action: Action::Panic("empty".into()),
            ..step(1, line, None)
        };
        let schedule = Schedule {
            steps: vec![step(1, 3, None), panic(38), panic(25)],
            ..Schedule::default()
        };
        assert_eq!(decisive(&schedule).as_deref(), Some("src/counter.rs:38"));
    }

    #[test]
    fn a_line_of_the_test_is_never_the_place() {
        let mut of_the_test = step(0, 88, None);
        of_the_test.place = at("exercises/locks/tests/lesson/counter.rs", 88);
        let schedule = Schedule {
            steps: vec![of_the_test],
            ..Schedule::default()
        };
        assert_eq!(decisive(&schedule), None);
    }
}
