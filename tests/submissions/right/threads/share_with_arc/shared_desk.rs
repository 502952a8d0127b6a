//! Book, questions and answers lie on one shared desk, as in Python.

use std::sync::{Arc, OnceLock};
use std::thread;

struct Desk<Book> {
    book: Book,
    questions: Vec<String>,
    answers: Vec<OnceLock<String>>,
}

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let answers = questions.iter().map(|_| OnceLock::new()).collect();
    let desk = Arc::new(Desk {
        book,
        questions,
        answers,
    });
    let cooks: Vec<_> = (0..desk.questions.len())
        .map(|at| {
            let desk = desk.clone();
            thread::spawn(move || {
                let answer = look_up(&desk.book, &desk.questions[at]);
                desk.answers[at].set(answer).unwrap();
            })
        })
        .collect();
    for cook in cooks {
        cook.join().unwrap();
    }
    desk.answers
        .iter()
        .map(|answer| answer.get().unwrap().clone())
        .collect()
}
