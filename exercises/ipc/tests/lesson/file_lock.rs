//! `file_lock`: every ticket once, whoever gives them out, and the book stays readable.
//!
//! In the model, threads stand for processes: each opens the book for itself. The neighbour is a kitchen that keeps to the
//! rule; it shares no memory with the learner's program, so only the lock of the file can keep the two apart.

use harness::prelude::*;
use interleave_std as model;
use ipc::file_lock::take_ticket;
use ipc_model::file_lock::take_ticket as take_ticket_in_model;
use model::io::{Read, Seek, Write};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

/// A folder that goes when the test ends.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// What a kitchen does that keeps to the rule. It gives out ten tickets at once.
fn neighbour(book: &Path) {
    let mut file = model::fs::File::options()
        .read(true)
        .write(true)
        .open(book)
        .expect("the book is there");
    file.lock().expect("the lock of the book");
    let mut text = String::new();
    file.read_to_string(&mut text).expect("the book is text");
    let last: u64 = text.parse().unwrap_or_default();
    file.rewind().expect("back to the start");
    let written = file.write_all((last + 10).to_string().as_bytes());
    written.expect("the book can be written");
}

#[test]
#[claim(value)]
fn tickets_are_numbered_one_after_the_other() {
    let folder = folder();
    let book = folder.path().join("book");
    let tickets: Vec<_> = (0..12).map(|_| take_ticket(&book).ok()).collect();
    let expected: Vec<_> = (1..=12).map(Some).collect();
    expect!(
        tickets == expected,
        WrongResult,
        "there was no book, and 12 tickets were taken: {tickets:?}"
    );
}

#[test]
#[claim(value)]
fn the_count_goes_on_where_the_book_ends() {
    let folder = folder();
    let book = folder.path().join("book");
    let last = random().u64(100..1_000_000);
    std::fs::write(&book, last.to_string()).expect("a book");
    let ticket = take_ticket(&book).ok();
    let text = std::fs::read_to_string(&book).unwrap_or_default();
    expect!(
        ticket == Some(last + 1),
        WrongResult,
        "the book said {last}, and the next ticket was {ticket:?}"
    );
    expect!(
        text == (last + 1).to_string(),
        WrongResult,
        "after ticket {} the book says {text:?}",
        last + 1
    );
}

#[test]
#[claim(value)]
fn a_book_that_holds_no_number_is_left_as_it_is() {
    for rubbish in ["seventeen", "7 tickets", "-1"] {
        let folder = folder();
        let book = folder.path().join("book");
        std::fs::write(&book, rubbish).expect("a book");
        let error = take_ticket(&book).map_err(|error| error.kind());
        expect!(
            error == Err(ErrorKind::InvalidData),
            WrongResult,
            "the book says {rubbish:?}, and taking a ticket gave {error:?}"
        );
        let text = std::fs::read_to_string(&book).unwrap_or_default();
        expect!(
            text == rubbish,
            WrongResult,
            "the book said {rubbish:?}, and now it says {text:?}"
        );
        let free = std::fs::File::open(&book).is_ok_and(|file| file.try_lock().is_ok());
        expect!(free, Leak, "after the error the book is still locked");
    }
}

#[test]
#[claim(every_interleaving)]
fn two_kitchens_never_give_out_the_same_ticket() {
    let folder = folder();
    let book = folder.path().join("book");
    every_interleaving(|| {
        std::fs::write(&book, "7").expect("a book");
        let mut tickets = model::thread::scope(|scope| {
            let other = scope.spawn(|| take_ticket_in_model(&book).ok());
            [take_ticket_in_model(&book).ok(), other.join().unwrap()]
        });
        tickets.sort();
        let text = std::fs::read_to_string(&book).expect("the book");
        (tickets, text)
    })
    .because("The book says 7. Two kitchens take a ticket each: 8 and 9 are given out, and the book says 9.")
    .is(r#"{([Some(8), Some(9)], "9")}"#);
}

#[test]
#[claim(every_interleaving)]
fn the_first_tickets_of_a_new_book_are_given_out_once() {
    let folder = folder();
    let book = folder.path().join("book");
    every_interleaving(|| {
        let _ = std::fs::remove_file(&book);
        let mut tickets = model::thread::scope(|scope| {
            let other = scope.spawn(|| take_ticket_in_model(&book).ok());
            [take_ticket_in_model(&book).ok(), other.join().unwrap()]
        });
        tickets.sort();
        tickets
    })
    .because("There is no book yet. Two kitchens take the tickets 1 and 2.")
    .is("{[Some(1), Some(2)]}");
}

#[test]
#[claim(every_interleaving)]
fn a_neighbour_who_locks_the_book_is_never_in_the_way() {
    let folder = folder();
    let book = folder.path().join("book");
    every_interleaving(|| {
        std::fs::write(&book, "7").expect("a book");
        let ticket = model::thread::scope(|scope| {
            scope.spawn(|| neighbour(&book));
            take_ticket_in_model(&book).ok()
        });
        let text = std::fs::read_to_string(&book).expect("the book");
        (ticket, text)
    })
    .because(
        "The book says 7. Another kitchen locks the book and takes 10 tickets at once. You take one: it is 8, or it is 18. \
         Either way the book says 18 in the end.",
    )
    .is(r#"{(Some(18), "18"), (Some(8), "18")}"#);
}

#[test]
#[claim(value)]
fn four_real_processes_give_out_every_ticket_once() {
    let folder = folder();
    let book = folder.path().join("book");
    let program = Program::watched(env!("CARGO_BIN_EXE_file_lock"), 4);
    let kitchens: Vec<_> = (0..4)
        .map(|_| {
            Command::new(program.path())
                .args([book.as_os_str(), "25".as_ref()])
                .stdout(Stdio::piped())
                .spawn()
                .expect("a kitchen")
        })
        .collect();
    let mut tickets: Vec<u64> = within("4 processes that take 25 tickets each", || {
        let outputs = kitchens
            .into_iter()
            .map(|kitchen| kitchen.wait_with_output());
        let texts = outputs.map(|output| String::from_utf8(output.unwrap().stdout).unwrap());
        let lines: Vec<String> = texts.collect();
        let words = lines.iter().flat_map(|text| text.split_whitespace());
        words.filter_map(|word| word.parse().ok()).collect()
    });
    tickets.sort_unstable();
    // How many were given out twice is left to chance.
    expect!(
        tickets.len() == 100,
        WrongResult,
        "4 processes were to take 25 tickets each; they got {} in all",
        tickets.len()
    );
    tickets.dedup();
    expect!(
        tickets.len() == 100,
        Race,
        "4 processes took 25 tickets each, and some tickets were given out twice"
    );
    program.nothing_left();
}
