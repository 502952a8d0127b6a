//! # Share with Arc: one book for all the cooks
//!
//! The kitchen has one thick recipe book. Several cooks have a question each, and all of them read in it at the same
//! time. Nobody writes in it, so nobody has to wait. To copy the book for every cook would take the whole morning. The
//! last one who needs it closes it.
//!
//! **In Python** every thread sees every object: you use `book` in the target, and the interpreter counts who refers
//! to it. In Rust a thread may outlive the function that started it, so it must own what it reads. `Arc` is that
//! count as a type: a clone of an `Arc` is one more owner of the same book, not one more book.
//!
//! **Your task**
//! 1. Start a thread for each question. It calls `look_up` with the book and its question.
//! 2. Wait until all have ended. Return the answers in the order of the questions.
//!
//! All the threads must be able to read at the same time. The book is never copied. When `ask` returns, nobody holds
//! the book any more.
//!
//! **Leave alone:** the signature of `ask`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Looks each of the `questions` up in the `book`, in a thread of its own. Returns the answers in the order of the
/// questions.
///
/// `Book` can be cloned, as nearly everything can. That would be a copy of the whole book.
pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    // TODO 1: let all the threads own the one book, and start them.
    // TODO 2: wait for the threads and gather the answers.
    let _ = (book, look_up);
    todo!("look up {questions:?} in the book")
}
