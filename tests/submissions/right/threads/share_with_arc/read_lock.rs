//! A lock for many readers: more than is needed, and right.

use std::sync::{Arc, RwLock};
use std::thread;

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let book = Arc::new(RwLock::new(book));
    let mut cooks = Vec::new();
    for question in questions {
        let book = Arc::clone(&book);
        cooks.push(thread::spawn(move || {
            let open = book.read().unwrap();
            look_up(&open, &question)
        }));
    }
    let mut answers = Vec::new();
    for cook in cooks {
        answers.push(cook.join().unwrap());
    }
    answers
}
