//! verdict: serial
//! A batch of four, and the next one when all of them have ended.

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
    for batch in questions.chunks(4) {
        let readers: Vec<_> = batch
            .iter()
            .cloned()
            .map(|question| {
                let book = Arc::clone(&book);
                thread::spawn(move || look_up(&book, &question))
            })
            .collect();
        answers.extend(readers.into_iter().map(|reader| reader.join().unwrap()));
    }
    answers
}
