//! # File lock: one book of tickets for several kitchens
//!
//! Each guest gets a ticket with a number. Several kitchens give out tickets, and each kitchen is a program of its own.
//! They share nothing but a book: a file in which the number of the last ticket stands. Who gives out a ticket opens the
//! book, reads the number, adds one, and writes it down. If two do so at the same time, two guests get the same ticket.
//!
//! **In Python** this is `fcntl.flock(file, LOCK_EX)`, on Unix only. In Rust `File::lock` is part of std, on all systems.
//! A `Mutex` is of no use here: it lives in the memory of one process, and no other process sees it.
//!
//! **Your task**
//! 1. Read the number, add one, write it back, and return it. The file holds the number as text and nothing else. A file
//!    that does not exist, or is empty, counts as 0.
//! 2. A file with anything else inside is an error of the kind `InvalidData`, and stays as it was.
//! 3. Whatever other processes do, every ticket is given out once and none is left out. They lock the book itself, and
//!    so must you. When `take_ticket` returns, the lock is free, also after an error.
//!
//! **Leave alone:** the signature of `take_ticket`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::path::Path;

/// Gives out the next ticket of the book, and writes down that it has.
///
/// # Errors
///
/// When the book cannot be opened, locked, read or written, or does not hold a number.
pub fn take_ticket(book: &Path) -> io::Result<u64> {
    // TODO 1: open, read, add one, write.
    // TODO 2: what is no number is `InvalidData`.
    // TODO 3: from where to where must nobody else come in?
    todo!("take a ticket from {}", book.display())
}
