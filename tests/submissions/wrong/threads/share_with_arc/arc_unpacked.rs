//! verdict: wrong_result
//! Shares the book, and each thread then copies it out of the `Arc`.

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
    let mut cooks = Vec::new();
    for question in questions {
        let book = Arc::clone(&book);
        cooks.push(thread::spawn(move || {
            let own = Book::clone(&book);
            look_up(&own, &question)
        }));
    }
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
}
