//! verdict: leak
//! Makes the book live for ever, so that everybody may borrow it.

use std::thread;

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let book: &'static Book = Box::leak(Box::new(book));
    let mut cooks = Vec::new();
    for question in questions {
        cooks.push(thread::spawn(move || look_up(book, &question)));
    }
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
}
