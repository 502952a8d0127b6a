//! verdict: serial
//! Reads everything itself.

pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    questions
        .iter()
        .map(|question| look_up(&book, question))
        .collect()
}
