//! `map_reduce`: the same counts as one reader alone would have, whoever dies on the way.
//!
//! `Parts` is explored over all interleavings. Workers are real processes, and die where the test says.

use harness::prelude::*;
use interleave_std as model;
use ipc::map_reduce::{Counts, count, words};
use ipc_model::map_reduce::Parts;
use std::io;
use std::path::Path;
use std::sync::Arc;

const COOKBOOK: &str = include_str!("cookbook.txt");

/// The paragraphs of the cookbook, each with a word of its own that nobody knows beforehand.
fn book() -> Vec<String> {
    let mut random = random();
    let letters = |number: u32| -> String {
        format!("{number:08x}")
            .chars()
            .map(|digit| (b'a' + digit as u8 % 26) as char)
            .collect()
    };
    COOKBOOK
        .lines()
        .map(|line| format!("{line} {}", letters(random.u32(..))))
        .collect()
}

/// One reader alone.
fn expected(parts: &[String]) -> Counts {
    let mut counts = Counts::new();
    for part in parts {
        let mut word = String::new();
        for letter in part.chars().chain([' ']) {
            if letter.is_alphabetic() {
                word.extend(letter.to_lowercase());
            } else if !word.is_empty() {
                *counts.entry(std::mem::take(&mut word)).or_default() += 1;
            }
        }
    }
    counts
}

/// The answer of a worker, without the empty line at its end.
fn answer(part: &str) -> Vec<String> {
    let counts = expected(&[part.to_string()]);
    counts
        .into_iter()
        .map(|(word, count)| format!("{word} {count}\n"))
        .collect()
}

/// A worker that does its work from now on.
fn work(actor: &mut Actor) {
    while let Some(part) = actor.read_line() {
        actor.print(&(answer(&part).concat() + "\n"));
    }
}

fn program(act: impl Fn(&mut Actor) + Send + Sync + 'static) -> Program {
    Program::acted(env!("CARGO_BIN_EXE_ipc-hand"), 12, act)
}

fn counted(program: &Program, parts: &[String], workers: usize) -> io::Result<Counts> {
    let (path, parts) = (program.path().to_path_buf(), parts.to_vec());
    let count: fn(&Path, Vec<String>, usize) -> io::Result<Counts> = count;
    within("the words to be counted", move || {
        count(&path, parts, workers)
    })
}

/// Whether there are words whose counts differ. Which ones is left to chance where a worker dies: any worker may have any
/// part.
fn compare(found: &io::Result<Counts>, parts: &[String], what: &str) {
    let expected = expected(parts);
    let found = match found {
        Ok(found) => found,
        Err(error) => fail(Finding::new(
            Verdict::WrongResult,
            format!("{what}; `count` returned the error: {error}"),
        )),
    };
    let of = |counts: &Counts, word: &String| counts.get(word).copied().unwrap_or_default();
    let mut words = expected.keys().chain(found.keys());
    let more = words
        .clone()
        .any(|word| of(found, word) > of(&expected, word));
    let fewer = words.any(|word| of(found, word) < of(&expected, word));
    let often = match (more, fewer) {
        (true, true) => "some words too often, and others not often enough",
        (true, false) => "some words too often",
        (false, _) => "some words not often enough",
    };
    expect!(
        !more && !fewer,
        WrongResult,
        "{what}; `count` found {often}"
    );
}

fn parts(texts: &[&str]) -> Parts {
    Parts::new(texts.iter().map(|text| (*text).to_string()).collect())
}

fn salt(times: u64) -> Counts {
    Counts::from([("salt".to_string(), times)])
}

#[test]
#[claim(value)]
fn a_word_is_a_run_of_letters_in_small_letters() {
    let part = "Salt, pepper & salt: the cook's SALT.  Crème brûlée, 12 eggs; egg-white ";
    let found = words(part);
    let expected = expected(&[part.to_string()]);
    expect!(
        found == expected,
        WrongResult,
        "the words of {part:?} are {expected:?}, and `words` returned {found:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn all_parts_are_handed_out_and_added_up() {
    every_interleaving(|| {
        let parts = parts(&["a", "b"]);
        let taken = [parts.take(), parts.take()];
        parts.done(1, salt(2));
        parts.done(0, salt(3));
        (taken, parts.take(), parts.total())
    })
    .because("Both parts are handed out and counted: 3 and 2 times salt. Then nothing is left, and the total is 5.")
    .is(r#"{([Some((0, "a")), Some((1, "b"))], None, Some({"salt": 5}))}"#);
}

#[test]
#[claim(every_interleaving)]
fn where_there_is_no_part_nothing_is_left_to_count() {
    every_interleaving(|| {
        let parts = parts(&[]);
        (parts.take(), parts.total())
    })
    .because("There are no parts: nobody need wait, and the total is nothing.")
    .is("{(None, Some({}))}");
}

#[test]
#[claim(every_interleaving)]
fn a_part_that_was_not_counted_is_missing_from_the_total() {
    every_interleaving(|| {
        let parts = parts(&["a", "b"]);
        let taken = parts.take().map(|(number, _)| number);
        parts.done(taken.unwrap_or_default(), salt(2));
        parts.total()
    })
    .because("One of two parts was counted. There is no total yet.")
    .is("{None}");
}

#[test]
#[claim(every_interleaving)]
fn a_part_that_comes_back_is_handed_out_again() {
    every_interleaving(|| {
        let parts = parts(&["a"]);
        model::thread::scope(|scope| {
            let (number, _) = parts.take().expect("there is one");
            let other = scope.spawn(|| {
                let again = parts.take().map(|(number, _)| parts.done(number, salt(1)));
                (again.is_some(), parts.take().is_some())
            });
            parts.back(number);
            other.join().unwrap()
        })
    })
    .because(
        "There is one part, and you have it. Another thread comes and waits. You give the part back: the other gets it, \
         counts it, and then nothing is left.",
    )
    .is("{(true, false)}");
}

#[test]
#[claim(every_interleaving)]
fn everybody_who_waits_hears_that_all_is_counted() {
    every_interleaving(|| {
        let parts = parts(&["a"]);
        model::thread::scope(|scope| {
            let (number, _) = parts.take().expect("there is one");
            let others = [scope.spawn(|| parts.take()), scope.spawn(|| parts.take())];
            parts.done(number, salt(1));
            others.map(|other| other.join().unwrap().is_none())
        })
    })
    .because("There is one part, and you have it. Two others wait. You have counted it: both hear that nothing is left.")
    .is("{[true, true]}");
}

#[test]
#[claim(every_interleaving)]
fn two_who_count_and_one_who_dies_count_everything_once() {
    every_interleaving(|| {
        let parts = parts(&["a", "b"]);
        model::thread::scope(|scope| {
            scope.spawn(|| {
                if let Some((number, _)) = parts.take() {
                    parts.back(number);
                }
            });
            while let Some((number, _)) = parts.take() {
                parts.done(number, salt(1));
            }
        });
        parts.total()
    })
    .with_spurious_wakeups(1)
    .because("Two parts; one thread gives back whatever it has taken, the other counts once salt in each: 2 in all.")
    .is(r#"{Some({"salt": 2})}"#);
}

#[test]
#[claim(together)]
fn nine_workers_read_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    let meeting = Arc::new(Meeting::new(9, "workers with a part in their hands"));
    let program = program({
        let meeting = Arc::clone(&meeting);
        move |actor| {
            let part = actor.read_line();
            meeting.arrive();
            if let Some(part) = part {
                actor.print(&(answer(&part).concat() + "\n"));
            }
            work(actor);
        }
    });
    let book = book();
    let found = counted(&program, &book, 9);
    meeting.check();
    compare(&found, &book, "9 workers read the cookbook");
    program.nothing_left();
}

/// Two workers; the first does that with its first part, and then what is right. Nobody answers before both have a part in
/// their hands: else the other one might have read everything before the first has come.
fn one_of_two(
    misdeed: impl Fn(&mut Actor, &str) + Send + Sync + 'static,
) -> (Program, Arc<Meeting>) {
    let meeting = Arc::new(Meeting::new(2, "workers with a part in their hands"));
    let program = program({
        let meeting = Arc::clone(&meeting);
        move |actor| {
            let part = actor.read_line();
            meeting.arrive();
            match part {
                Some(part) if actor.number() == 0 => misdeed(actor, &part),
                Some(part) => actor.print(&(answer(&part).concat() + "\n")),
                None => {}
            }
            work(actor);
        }
    });
    (program, meeting)
}

#[test]
#[claim(value)]
fn a_program_that_is_not_there_is_an_error() {
    let program = program(work);
    let missing = program.path().with_file_name("closed-for-ever");
    let found = within("a program that is not there", move || {
        count(&missing, vec!["salt".to_string()], 2)
    });
    expect!(
        found.is_err(),
        WrongResult,
        "the program does not exist, and `count` returned counts"
    );
}

#[test]
#[claim(value)]
fn the_part_of_a_dead_worker_is_counted_once() {
    let (program, meeting) = one_of_two(|actor, part| {
        let lines = answer(part);
        actor.print(&lines[..lines.len() / 2].concat());
        actor.abort();
    });
    let book = book();
    let found = counted(&program, &book, 2);
    compare(
        &found,
        &book,
        "one of 2 workers sent half of an answer and died; the other went on",
    );
    meeting.check();
    program.nothing_left();
}

#[test]
#[claim(value)]
fn an_answer_that_is_none_counts_as_a_death() {
    let (program, meeting) = one_of_two(|actor, _| actor.print("salt many\n\n"));
    let book = book();
    let found = counted(&program, &book, 2);
    compare(
        &found,
        &book,
        "one of 2 workers answered \"salt many\"; the other went on",
    );
    meeting.check();
    program.nothing_left();
}

#[test]
#[claim(nothing_left)]
fn when_all_have_died_it_is_an_error_and_nobody_is_left() {
    let program = program(|actor| {
        actor.read_line();
        actor.panic("I am ill");
    });
    let found = counted(&program, &book(), 3);
    expect!(
        found.is_err(),
        WrongResult,
        "all 3 workers died at their first part, and `count` returned counts"
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn your_own_words_are_counted_by_real_readers() {
    let program = Program::watched(env!("CARGO_BIN_EXE_map_reduce"), 4);
    let book = book();
    let found = counted(&program, &book, 3);
    compare(
        &found,
        &book,
        "3 readers counted the cookbook with your `words`",
    );
    program.nothing_left();
}
