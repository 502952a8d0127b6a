//! `worker_role`: the same program as head and as worker, and a worker starts nobody.
//!
//! The learner's code is the whole program here (tests/programs/worker_role.rs). It is counted and stopped by the test.

use crate::role::{Ended, run};
use harness::prelude::*;
use std::collections::BTreeSet;
use std::fs;

/// The learner's program. A head with five workers is the most that these tests ask for.
fn program() -> Program {
    Program::watched(env!("CARGO_BIN_EXE_worker_role"), 8)
}

/// Dishes that nobody knows beforehand, all of two words.
fn dishes(many: usize) -> Vec<String> {
    let mut random = random();
    (0..many)
        .map(|_| format!("soup {}", random.u32(..)))
        .collect()
}

/// Runs the head with these dishes.
fn head(program: &Program, dishes: &[String]) -> Ended {
    let dishes: Vec<&str> = dishes.iter().map(String::as_str).collect();
    run(program, &dishes).well()
}

#[test]
#[claim(nothing_left)]
fn a_worker_starts_nobody() {
    let program = program();
    run(&program, &["--worker", "soup"]).well();
    expect!(
        program.started() == 1,
        Leak,
        "a worker cooks, and starts nobody; this one has started {} processes",
        program.started() - 1
    );
}

#[test]
#[claim(value)]
fn a_worker_says_its_dish_and_its_process() {
    let dish = dishes(1).remove(0);
    let ended = run(&program(), &["--worker", &dish]).well();
    let asked = format!("{dish}, cooked by process {}\n", ended.id);
    expect!(
        ended.said.replace("\r\n", "\n") == asked,
        WrongResult,
        "called with \"--worker\" and {dish:?}, the program must print \"{dish}, cooked by process H\", where H is its own number; it printed {:?}",
        ended.in_letters()
    );
}

#[test]
#[claim(nothing_left)]
fn the_head_waits_for_all_the_workers() {
    head(&program(), &dishes(5));
}

#[test]
#[claim(value)]
fn there_is_a_line_for_each_dish() {
    let dishes = dishes(4);
    let ended = head(&program(), &dishes);
    has_a_line_for_each(&ended, &dishes);
}

/// In whichever order: where all of them end by themselves, a wrong order is left to chance.
fn has_a_line_for_each(ended: &Ended, dishes: &[String]) {
    let mut cooked: Vec<&str> = cooks(ended).into_iter().map(|cook| cook.0).collect();
    cooked.sort_unstable();
    let mut asked: Vec<&str> = dishes.iter().map(String::as_str).collect();
    asked.sort_unstable();
    expect!(
        cooked == asked,
        WrongResult,
        "the dishes were {dishes:?}, and the head printed:\n{}",
        ended.in_letters()
    );
}

#[test]
#[claim(value)]
fn every_dish_is_cooked_by_a_process_of_its_own() {
    let program = program();
    let ended = head(&program, &dishes(3));
    let own = ended.id.to_string();
    let ids: BTreeSet<&str> = cooks(&ended).into_iter().map(|cook| cook.1).collect();
    expect!(
        !ids.contains(own.as_str()),
        WrongResult,
        "process H is the head, and cooks itself:\n{}",
        ended.in_letters()
    );
    expect!(
        ids.len() == 3,
        WrongResult,
        "3 dishes need 3 workers; the head printed, with letters for the numbers of processes:\n{}",
        ended.in_letters()
    );
    expect!(
        program.started() == 4,
        WrongResult,
        "a head and 3 workers are 4 processes; {} were started",
        program.started()
    );
}

/// Runs the head with these dishes. Workers with the first of them let the one with the second end before them, if that is
/// started meanwhile; then their lines must stand in the order of the dishes.
fn head_with_turns(dishes: &[String]) {
    let program = program();
    let turns = program.path().with_file_name("turns");
    fs::write(turns, dishes[..2].join("\n")).expect("turns");
    let ended = head(&program, dishes);
    has_a_line_for_each(&ended, dishes);
    let cooked: Vec<&str> = cooks(&ended).into_iter().map(|cook| cook.0).collect();
    // In which order the others end is left to chance.
    expect!(
        cooked == dishes,
        WrongResult,
        "the dishes were {dishes:?}, the second worker ended before the first, and the head printed all the lines, in another order"
    );
}

#[test]
#[claim(value)]
fn the_second_line_stands_second_though_its_worker_ends_first() {
    head_with_turns(&dishes(4));
}

#[test]
#[claim(value)]
fn a_dish_that_comes_again_is_cooked_again() {
    let mut dishes = dishes(2);
    dishes.push(dishes[0].clone());
    head_with_turns(&dishes);
}

#[test]
#[claim(value)]
fn the_lines_are_the_workers_own_words() {
    let program = program();
    let spice = random().u32(..);
    fs::write(program.path().with_file_name("spice"), spice.to_string()).expect("a spice");
    let ended = head(&program, &["soup".to_string()]);
    let asked = format!("soup with spice {spice}");
    expect!(
        cooks(&ended).first().is_some_and(|cook| cook.0 == asked),
        WrongResult,
        "the worker cooked {asked:?} and said so, though it was told to cook \"soup\"; the head printed:\n{}",
        ended.in_letters()
    );
}

#[test]
#[claim(value)]
fn without_dishes_nobody_is_started() {
    let program = program();
    let ended = head(&program, &[]);
    expect!(
        program.started() == 1 && ended.said.trim().is_empty(),
        WrongResult,
        "there was no dish; {} workers were started, and the head printed {:?}",
        program.started() - 1,
        ended.in_letters()
    );
}

/// Dish and process of each line; what is no such line is a finding.
fn cooks(ended: &Ended) -> Vec<(&str, &str)> {
    let lines = ended.said.lines();
    let cooks: Option<Vec<_>> = lines
        .map(|line| line.split_once(", cooked by process "))
        .collect();
    expect!(
        cooks.is_some(),
        WrongResult,
        "each line must read \"DISH, cooked by process ID\"; the head printed:\n{}",
        ended.in_letters()
    );
    cooks.unwrap_or_default()
}
