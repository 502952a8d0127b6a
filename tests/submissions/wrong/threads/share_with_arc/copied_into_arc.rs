//! verdict: wrong_result
//! Shares a copy and keeps the book.

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
    let shared = Arc::new(book.clone());
    let mut cooks = Vec::new();
    for question in questions {
        let shared = Arc::clone(&shared);
        cooks.push(thread::spawn(move || look_up(&shared, &question)));
    }
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
}
