//! verdict: leak
//! Hears every answer and waits for no thread: some may still hold the book.

use std::sync::{Arc, mpsc};
use std::thread;

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let mut answers = vec![String::new(); questions.len()];
    let book = Arc::new(book);
    let (answer, heard) = mpsc::channel();
    for (at, question) in questions.into_iter().enumerate() {
        let (book, answer) = (Arc::clone(&book), answer.clone());
        thread::spawn(move || {
            answer.send((at, look_up(&book, &question))).unwrap();
        });
    }
    drop((answer, book));
    for (at, answer) in heard {
        answers[at] = answer;
    }
    answers
}
