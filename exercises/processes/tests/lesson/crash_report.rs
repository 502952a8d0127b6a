//! `crash_report`: an entry for each worker, whatever became of the others.

use harness::prelude::*;
use processes::crash_report::{End, run_all};
use std::process::Command;
use std::sync::Arc;

/// A program whose workers do what their first argument says.
fn kitchens() -> Program {
    Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 12, |actor| {
        let (what, words) = (actor.arguments()[0].clone(), actor.arguments()[1].clone());
        match what.as_str() {
            "panics" => actor.panic(&words),
            "is killed" => {
                actor.print_error(&words);
                actor.abort();
            }
            "serves" => actor.print(&words),
            code => {
                actor.print_error(&words);
                actor.exit(code.parse().expect("the test gives a number"));
            }
        }
    })
}

fn worker(program: &Program, what: &str, words: &str) -> Command {
    let mut worker = Command::new(program.path());
    worker.args([what, words]);
    worker
}

fn missing(program: &Program) -> Command {
    Command::new(program.path().with_file_name("closed-for-ever"))
}

#[test]
#[claim(value)]
fn who_ends_well_has_its_result() {
    let run_all: fn(Vec<Command>) -> Vec<End> = run_all;
    let dish = format!("soup {}\n", random().u32(..));
    let program = kitchens();
    let workers = vec![worker(&program, "serves", &dish)];
    let ends = within("1 worker", move || run_all(workers));
    compare(
        "the worker wrote its dish",
        &ends,
        &[format!("well: {dish}")],
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn an_exit_code_is_told_with_the_complaint() {
    let (code, note) = (
        random().i32(2..100),
        format!("no fish {}\n", random().u32(..)),
    );
    let program = kitchens();
    let workers = vec![worker(&program, &code.to_string(), &note)];
    let ends = within("1 worker", move || run_all(workers));
    compare(
        "the worker complained and ended with an exit code",
        &ends,
        &[format!("exit code {code}: {note}")],
    );
}

#[test]
#[claim(value)]
fn a_panic_is_exit_code_101_and_its_message() {
    let program = kitchens();
    let text = format!("burnt {}", random().u32(..));
    let workers = vec![worker(&program, "panics", &text)];
    let ends = within("1 worker", move || run_all(workers));
    let told = matches!(
        &ends[..],
        [End::GaveUp { code: 101, complaint }] if complaint.contains(&text)
    );
    expect!(
        told,
        WrongResult,
        "the worker panicked with {text:?}: asked for is exit code 101 with these words, and yours is {:?}",
        ends.iter().map(word).collect::<Vec<_>>()
    );
}

#[test]
#[claim(value)]
fn who_was_killed_has_no_exit_code() {
    let program = kitchens();
    let workers = vec![worker(&program, "is killed", "gas")];
    let ends = within("1 worker", move || run_all(workers));
    compare("the worker was killed by a signal", &ends, &["killed: gas"]);
}

#[test]
#[claim(value)]
fn who_cannot_be_started_costs_nobody_the_dish() {
    let program = kitchens();
    let workers = vec![
        worker(&program, "serves", "soup"),
        missing(&program),
        worker(&program, "serves", "cake"),
    ];
    let ends = within("2 workers and one that is not there", move || {
        run_all(workers)
    });
    compare(
        "the second program does not exist",
        &ends,
        &["well: soup", "never started", "well: cake"],
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn who_says_much_is_heard_to_the_end() {
    let much = "stir\n".repeat(60_000);
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, {
        let much = much.clone();
        move |actor| {
            // Whoever reads the other pipe to its end first never gets there, whichever it is.
            if actor.arguments()[0] == "errors first" {
                actor.print_error(&much);
                actor.print("done");
            } else {
                actor.print(&much);
                actor.print_error("done");
                actor.exit(1);
            }
        }
    });
    let workers = ["errors first", "results first"].map(|order| {
        let mut worker = Command::new(program.path());
        worker.arg(order);
        worker
    });
    let ends = within("2 workers that write 300 kB each", move || {
        run_all(workers.into())
    });
    compare(
        "the first worker wrote 300 kB of complaints, then its dish; the second wrote 300 kB of dishes, then gave up",
        &ends,
        &["well: done", "exit code 1: done"],
    );
}

#[test]
#[claim(together)]
fn all_the_workers_run_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    let dishes: Vec<String> = (1..=9).map(|number| format!("dish {number}")).collect();
    let meeting = Arc::new(Meeting::new(dishes.len(), "worker processes"));
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 12, {
        let meeting = Arc::clone(&meeting);
        move |actor| {
            meeting.arrive();
            let dish = actor.arguments()[0].clone();
            actor.print(&dish);
        }
    });
    let worker = |dish| {
        let mut worker = Command::new(program.path());
        worker.arg(dish);
        worker
    };
    let workers = dishes.iter().map(worker).collect();
    let ends = within("9 workers", move || run_all(workers));
    meeting.check();
    let asked: Vec<String> = dishes.iter().map(|dish| format!("well: {dish}")).collect();
    compare("9 workers wrote their dishes", &ends, &asked);
}

#[test]
#[claim(snapshot)]
fn the_report_has_a_line_for_everybody() {
    let program = kitchens();
    let names = ["garden", "grill", "cellar", "harbour", "closed", "bakery"];
    let workers = vec![
        worker(&program, "serves", "12 salads"),
        worker(&program, "panics", "the grill is cold"),
        worker(&program, "is killed", "I smell gas"),
        worker(&program, "3", "no fish today"),
        missing(&program),
        worker(&program, "serves", "40 rolls"),
    ];
    let ends = within("5 workers and one that is not there", move || {
        run_all(workers)
    });
    let report: String = names
        .iter()
        .zip(&ends)
        .map(|(name, end)| format!("{name:<10}{}\n", word(end)))
        .collect();
    assert_snapshot!(report, @r"
    garden    well: 12 salads
    grill     exit code 101: the grill is cold
    cellar    killed: I smell gas
    harbour   exit code 3: no fish today
    closed    never started
    bakery    well: 40 rolls
    ");
}

#[test]
#[claim(nothing_left)]
fn no_process_is_left_when_some_have_failed() {
    let program = kitchens();
    let workers = vec![
        worker(&program, "1", "no salt"),
        worker(&program, "is killed", "gas"),
        missing(&program),
        worker(&program, "panics", "cold"),
        worker(&program, "serves", "rolls"),
    ];
    within("4 workers and one that is not there", move || {
        run_all(workers)
    });
    program.nothing_left();
}

fn compare(what: &str, ends: &[End], asked: &[impl AsRef<str>]) {
    let found: Vec<String> = ends.iter().map(word).collect();
    let asked: Vec<&str> = asked.iter().map(AsRef::as_ref).collect();
    expect!(
        found == asked,
        WrongResult,
        "{what}: asked for is {asked:?}, and yours is {found:?}"
    );
}

/// The end in words of this file, so that nothing is compared by the code under test.
fn word(end: &End) -> String {
    match end {
        End::Well { result } => format!("well: {}", short(result)),
        // Windows knows no signals: there the codes of those who were killed begin with these bits.
        End::GaveUp { code, complaint } if cfg!(windows) && *code < -0x3000_0000 => {
            format!("killed: {}", short(complaint))
        }
        End::GaveUp { code, complaint } => format!("exit code {code}: {}", short(complaint)),
        End::Killed { complaint } => format!("killed: {}", short(complaint)),
        End::NeverStarted => "never started".to_string(),
    }
}

/// As much as a line holds. Of a panic its message: what stands around it is for the compiler's version to say.
fn short(text: &str) -> String {
    let mut lines = text.trim_start().lines();
    match lines.next() {
        Some(place) if place.contains("panicked at") => lines.next().unwrap_or(place).to_string(),
        _ if text.len() > 100 => format!("{:.20}… ({} bytes)", text, text.len()),
        _ => text.to_string(),
    }
}
