//! verdict: serial
//! The book goes from hand to hand.

use std::sync::Arc;
use std::thread;

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let book = Arc::new(book);
    let mut answers = Vec::new();
    for question in questions {
        let book = Arc::clone(&book);
        let cook = thread::spawn(move || look_up(&book, &question));
        answers.push(cook.join().unwrap());
    }
    answers
}
