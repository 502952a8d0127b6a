//! verdict: wrong_result
//! A book for each thread.

use std::thread;

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let mut cooks = Vec::new();
    for question in questions {
        let book = book.clone();
        cooks.push(thread::spawn(move || look_up(&book, &question)));
    }
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
}
