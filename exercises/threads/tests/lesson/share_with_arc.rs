//! `share_with_arc`: many readers, one book, no copy.

use crate::step::step;
use harness::prelude::*;
use std::sync::{Arc, LazyLock};

/// Counts its copies.
type Book = Cloned<u64>;

/// A book of the model: who lets go of it last may be interrupted before it is closed.
#[derive(Clone)]
struct SlowlyClosed;

impl Drop for SlowlyClosed {
    fn drop(&mut self) {
        step();
    }
}

type LookUp = fn(&Book, &str) -> String;

#[test]
#[claim(value)]
fn one_question_is_answered_from_the_book() {
    let ask: fn(Book, Vec<String>, LookUp) -> Vec<String> = threads::share_with_arc::ask;
    let recipe = random().u64(..);
    let asked = vec!["soup".to_string()];
    let answers = within("one reader", move || {
        ask(Cloned::new(recipe), asked, read_aloud)
    });
    expect!(
        answers == [format!("soup: {recipe}")],
        WrongResult,
        "the book says soup: {recipe}, and the answer is {answers:?}"
    );
}

#[test]
#[claim(value)]
fn the_answers_stand_in_the_order_of_the_questions() {
    let mut random = random();
    let recipe = random.u64(..);
    let asked: Vec<String> = (0..20).map(|_| random.u32(..).to_string()).collect();
    let right: Vec<String> = asked.iter().map(|q| format!("{q}: {recipe}")).collect();
    let answers = within("20 readers", move || {
        threads::share_with_arc::ask(Cloned::new(recipe), asked, read_aloud)
    });
    expect!(
        answers == right,
        WrongResult,
        "20 questions got {} answers, and they are not those of the book in the order of the questions",
        answers.len()
    );
}

#[test]
#[claim(cost)]
fn the_book_is_not_copied() {
    let book = Cloned::new(7);
    let clones = book.clones();
    within("3 readers", || {
        threads::share_with_arc::ask(book, questions(3), read_aloud)
    });
    let (copies, times) = (clones(), if clones() == 1 { "time" } else { "times" });
    expect!(
        copies == 0,
        WrongResult,
        "the whole book was copied {copies} {times}; 3 threads can read one and the same book"
    );
}

#[test]
#[claim(every_interleaving)]
fn every_reader_is_heard_whoever_is_faster() {
    every_interleaving(|| {
        threads_model::share_with_arc::ask(Cloned::new(7), questions(2), |book, question| {
            step();
            read_aloud(book, question)
        })
    })
    .because("2 threads read, and each may finish first. The answers stand in the order of the questions.")
    .is(r#"{["0: 7", "1: 7"]}"#)
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn the_last_reader_has_closed_the_book_when_ask_returns() {
    every_interleaving(|| {
        threads_model::share_with_arc::ask(SlowlyClosed, questions(2), |_, question| {
            question.to_string()
        })
    })
    .because("To have the answers of 2 threads is not to know that they have let go of the book.")
    .leaves_nothing_running()
    .is(r#"{["0", "1"]}"#);
}

#[test]
#[claim(every_interleaving)]
fn all_read_at_the_same_time() {
    every_interleaving(|| {
        threads_model::share_with_arc::ask(Cloned::new(7), questions(3), |book, question| {
            static ALL_READ: Rendezvous = Rendezvous::new(3);
            ALL_READ.arrive();
            read_aloud(book, question)
        })
        .len()
    })
    .deadlock_means(
        Verdict::Serial,
        "3 threads must read at the same time. Here one has to finish before another can begin.",
    )
    .is("{3}");
}

#[test]
#[claim(together)]
fn nine_real_threads_read_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    static READERS: LazyLock<Meeting> = LazyLock::new(|| Meeting::new(9, "readers"));
    within("9 readers", || {
        threads::share_with_arc::ask((), questions(9), |(), question| {
            READERS.arrive();
            question.to_string()
        })
    });
    READERS.check();
}

#[test]
#[claim(nothing_left)]
fn nobody_holds_the_book_when_ask_returns() {
    let book = Arc::new(());
    let given = Arc::clone(&book);
    within("3 readers", move || {
        threads::share_with_arc::ask(given, questions(3), |_, question| question.to_string())
    });
    expect!(
        Arc::strong_count(&book) == 1,
        Leak,
        "ask has returned, and somebody still holds the book: it is never freed"
    );
}

fn read_aloud(book: &Book, question: &str) -> String {
    format!("{question}: {}", book.value)
}

fn questions(many: usize) -> Vec<String> {
    (0..many).map(|number| number.to_string()).collect()
}
