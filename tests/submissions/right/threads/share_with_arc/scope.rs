//! A scope: the threads borrow the book, and nobody needs to count owners.

use std::thread;

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    thread::scope(|scope| {
        let mut cooks = Vec::new();
        for question in &questions {
            cooks.push(scope.spawn(|| look_up(&book, question)));
        }
        cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
    })
}
