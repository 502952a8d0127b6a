//! `deadline`: what is ready is kept, who is late is killed, and everybody is waited for.
//!
//! The clock is in the hand of the test: it says that the time is up when something has happened, never after some
//! seconds.

use crate::evening::{Evening, LOOKS};
use crate::output::Parent;
use harness::prelude::*;
use processes::deadline::finish_by;
use std::process::Command;
use std::sync::{Arc, OnceLock};

/// The learner's thread, once it is known. In a test that makes it known, the output of those who end in time stays open
/// until this thread waits for it.
type Known = Arc<OnceLock<Option<Parent>>>;

/// A program whose workers do what their first argument says. Of them `number` end by themselves.
fn kitchens(number: usize) -> (Program, Arc<Evening>, Known) {
    let (evening, parent) = (Arc::new(Evening::of(number)), Known::default());
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 8, {
        let (evening, parent) = (Arc::clone(&evening), Arc::clone(&parent));
        move |actor| match actor.arguments()[0].clone().as_str() {
            "late" => {
                actor.print("half a dish");
                actor.stay();
            }
            "fails" => ends(&evening, &parent, actor, "burnt", 1),
            dish => ends(&evening, &parent, actor, dish, 0),
        }
    });
    (program, evening, parent)
}

/// A worker that writes this when its turn has come, and ends with that code.
fn ends(evening: &Evening, parent: &Known, actor: &mut Actor, text: &str, code: i32) {
    let parent = parent.get().and_then(Option::as_ref);
    let (before, mut output) = (place(actor), None);
    evening.end(actor, before, |actor| {
        actor.print(text);
        output = parent.and_then(|parent| parent.keep_output(actor.id()));
        actor.exit(code);
    });
    if let (Some(parent), Some(_)) = (parent, &output) {
        parent.waits(evening);
    }
}

/// They end in their order, but for those who are late.
fn workers(program: &Program, what: &[&str]) -> Vec<Command> {
    let worker = |(at, one): (usize, &&str)| {
        let before = what[..at].iter().filter(|other| **other != "late").count();
        let mut worker = Command::new(program.path());
        worker.arg(one).arg(before.to_string());
        worker
    };
    what.iter().enumerate().map(worker).collect()
}

/// How many end before this worker.
fn place(actor: &Actor) -> usize {
    actor.arguments()[1].parse().expect("a number")
}

#[test]
#[claim(value)]
fn what_a_worker_has_written_is_waited_for() {
    let (program, evening, parent) = kitchens(1);
    let crew = workers(&program, &["soup"]);
    let found = within("a worker that ends by itself", move || {
        parent.get_or_init(Parent::this);
        finish_by(crew, evening.without_end())
    });
    compare(
        "a worker wrote, and ended in time, and its output was open a little longer",
        &found,
        &[Some("soup")],
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn who_has_ended_is_waited_for_no_longer() {
    let dish = format!("soup {}\n", random().u32(..));
    let (program, evening, parent) = kitchens(4);
    let crew = workers(&program, &[&dish, "bread", "fails", "cake"]);
    let found = within(
        "4 workers that end by themselves, while there is always time left",
        move || {
            parent.get_or_init(Parent::this);
            finish_by(crew, evening.without_end())
        },
    );
    compare(
        "4 workers ended in time, the third with exit code 1",
        &found,
        &[Some(dish.as_str()), Some("bread"), None, Some("cake")],
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn who_cannot_be_started_has_no_result() {
    let (program, evening, parent) = kitchens(2);
    let mut crew = workers(&program, &["soup", "cake"]);
    let missing = program.path().with_file_name("closed-for-ever");
    crew.insert(1, Command::new(missing));
    let found = within("2 workers and one that is not there", move || {
        parent.get_or_init(Parent::this);
        finish_by(crew, evening.without_end())
    });
    compare(
        "the second program does not exist",
        &found,
        &[Some("soup"), None, Some("cake")],
    );
    program.nothing_left();
}

#[test]
#[claim(together)]
fn all_the_workers_run_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    let dishes: Vec<String> = (1..=9).map(|number| format!("dish {number}")).collect();
    let meeting = Arc::new(Meeting::new(dishes.len(), "worker processes"));
    let (evening, parent) = (Arc::new(Evening::of(dishes.len())), Known::default());
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 12, {
        let (meeting, evening) = (Arc::clone(&meeting), Arc::clone(&evening));
        let parent = Arc::clone(&parent);
        move |actor| {
            let dish = actor.arguments()[0].clone();
            meeting.arrive();
            ends(&evening, &parent, actor, &dish, 0);
        }
    });
    let dishes: Vec<&str> = dishes.iter().map(String::as_str).collect();
    let crew = workers(&program, &dishes);
    let found = within("9 workers", move || {
        parent.get_or_init(Parent::this);
        finish_by(crew, evening.without_end())
    });
    let asked: Vec<_> = dishes.into_iter().map(Some).collect();
    compare("9 workers ended in time", &found, &asked);
    meeting.check();
}

#[test]
#[claim(value)]
fn who_is_late_costs_nobody_the_dish() {
    let (program, evening, _) = kitchens(2);
    let crew = workers(&program, &["late", "soup", "late", "cake", "late"]);
    let found = within("2 workers that end, and 3 that do not", move || {
        finish_by(crew, evening.until_they_end())
    });
    compare(
        "the time was up when the second and the fourth had ended",
        &found,
        &[None, Some("soup"), None, Some("cake"), None],
    );
}

#[test]
#[claim(nothing_left)]
fn who_is_late_is_killed_and_waited_for() {
    let (program, evening, _) = kitchens(1);
    let crew = workers(&program, &["late", "soup", "late"]);
    within("1 worker that ends, and 2 that do not", move || {
        finish_by(crew, evening.until_they_end())
    });
    program.nothing_left();
}

#[test]
#[claim(value)]
fn who_says_much_is_not_late() {
    let much = "stir\n".repeat(60_000);
    let evening = Arc::new(Evening::of(1));
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, {
        let (evening, much) = (Arc::clone(&evening), much.clone());
        move |actor| match actor.arguments()[0].as_str() {
            "late" => actor.stay(),
            _ => evening.end(actor, 0, |actor| {
                // It is told to end only when all of this is in the pipe or out of it.
                actor.print(&much);
                actor.exit(0);
            }),
        }
    });
    let crew = workers(&program, &["much", "late"]);
    let found = within("a worker that writes 300 kB, and a late one", move || {
        finish_by(crew, evening.until_they_end())
    });
    compare(
        "the first worker wrote 300 kB and ended, then the time was up",
        &found,
        &[Some(much.as_str()), None],
    );
}

#[test]
#[claim(value)]
fn nobody_is_late_before_the_time_is_up() {
    let (program, evening, parent) = kitchens(1);
    let crew = workers(&program, &["slow soup"]);
    let found = within(
        &format!("a worker that is at work while the clock is asked {LOOKS} times"),
        {
            let evening = Arc::clone(&evening);
            move || {
                parent.get_or_init(Parent::this);
                finish_by(crew, evening.without_end())
            }
        },
    );
    let times = evening.looks();
    expect!(
        times >= LOOKS,
        WrongResult,
        "a worker was still at work and there was time left, and the clock was asked only {times} times"
    );
    compare(
        "the worker took its time, and there was time",
        &found,
        &[Some("slow soup")],
    );
}

fn compare(what: &str, found: &[Option<String>], asked: &[Option<&str>]) {
    let asked: Vec<Option<String>> = asked.iter().map(|text| text.map(short)).collect();
    let found: Vec<Option<String>> = found
        .iter()
        .map(|text| text.as_deref().map(short))
        .collect();
    expect!(
        found == asked,
        WrongResult,
        "{what}: asked for is {asked:?}, and yours is {found:?}"
    );
}

/// As much as a line holds.
fn short(text: &str) -> String {
    match text.len() {
        0..100 => text.to_string(),
        bytes => format!("{text:.20}… ({bytes} bytes)"),
    }
}
