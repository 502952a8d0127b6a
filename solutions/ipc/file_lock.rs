//! # File lock: one book of tickets for several kitchens
//!
//! Each guest gets a ticket with a number. Several kitchens give out tickets, and each kitchen is a program of its own.
//! They share nothing but a book: a file in which the number of the last ticket stands. Who gives out a ticket opens the
//! book, reads the number, adds one, and writes it down. If two do so at the same time, two guests get the same ticket.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

/// Gives out the next ticket of the book, and writes down that it has.
///
/// # Errors
///
/// When the book cannot be opened, locked, read or written, or does not hold a number.
pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let mut options = File::options();
    // `truncate` would empty the book before it is locked, while somebody else reads it.
    let options = options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(book)?;
    // The decisive line: one lock for reading and writing. The lock goes with the file when this function returns, on
    // whatever path, and the system takes it back from a process that dies.
    file.lock()?;
    let ticket = last_ticket(&mut file)? + 1;
    file.rewind()?;
    // A number never gets shorter by adding one, so nothing of the old one is left behind the new one.
    file.write_all(ticket.to_string().as_bytes())?;
    Ok(ticket)
}

fn last_ticket(file: &mut File) -> io::Result<u64> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if text.is_empty() {
        return Ok(0);
    }
    text.parse()
        .map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}

// Wrong turns
// - a shared lock to read and another lock to write: somebody comes in between (wrong/two_locks.rs).
// - to open with `truncate`: whoever opens the book next empties it without asking (wrong/truncates_when_opening.rs).
// - a `static` mutex: it keeps out the threads of this process, and no other process (wrong/mutex_in_memory.rs).
// - a lock on a file beside the book: the others do not look at it (wrong/lock_beside_the_book.rs).
