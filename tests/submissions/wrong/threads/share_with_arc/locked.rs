//! verdict: serial
//! A lock around what nobody changes.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let book = Arc::new(Mutex::new(book));
    let mut cooks = Vec::new();
    for question in questions {
        let book = Arc::clone(&book);
        cooks.push(thread::spawn(move || {
            look_up(&book.lock().unwrap(), &question)
        }));
    }
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
}
