//! # Share with Arc: one book for all the cooks
//!
//! The kitchen has one thick recipe book. Several cooks have a question each, and all of them read in it at the same
//! time. Nobody writes in it, so nobody has to wait. To copy the book for every cook would take the whole morning. The
//! last one who needs it closes it.

use std::sync::Arc;
use std::thread;

/// Looks each of the `questions` up in the `book`, in a thread of its own. Returns the answers in the order of the
/// questions.
///
/// `Book` can be cloned, as nearly everything can. That would be a copy of the whole book.
///
/// # Panics
///
/// When `look_up` panics.
pub fn ask<Book>(
    book: Book,
    questions: Vec<String>,
    look_up: fn(&Book, &str) -> String,
) -> Vec<String>
where
    Book: Clone + Send + Sync + 'static,
{
    let book = Arc::new(book);
    let cooks: Vec<_> = questions
        .into_iter()
        .map(|question| {
            // The decisive line: this clones the pointer and adds one to the count. `book.clone()` does the same here,
            // but reads like a copy of the book; and it is one as soon as `book` is not an `Arc` any more.
            let book = Arc::clone(&book);
            // No lock: a shared reference cannot change anything, so that reading together is safe.
            thread::spawn(move || look_up(&book, &question))
        })
        .collect();
    cooks
        .into_iter()
        .map(|cook| cook.join().expect("look_up does not panic"))
        .collect()
}

// Wrong turns
// - a clone of the book for each thread: right answers at a high price (wrong/copy_per_thread.rs copies it 3 times).
// - a `Mutex` around what nobody changes: one reader at a time (wrong/locked.rs is serial).
// - `Box::leak`, to get rid of the borrow checker: the book is never freed again (wrong/leaked.rs).
// - answers in the order of finishing: nobody knows whose they are (wrong/order_of_finishing.rs).
