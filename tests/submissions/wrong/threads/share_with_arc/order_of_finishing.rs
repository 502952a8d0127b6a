//! verdict: race
//! The fastest reader's answer stands first.

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
    let book = Arc::new(book);
    let (answer, heard) = mpsc::channel();
    let mut cooks = Vec::new();
    for question in questions {
        let (book, answer) = (Arc::clone(&book), answer.clone());
        cooks.push(thread::spawn(move || {
            answer.send(look_up(&book, &question)).unwrap()
        }));
    }
    drop(answer);
    let answers = heard.iter().collect();
    cooks.into_iter().for_each(|cook| cook.join().unwrap());
    answers
}
