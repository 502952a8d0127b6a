//! One handle holds the lock; others read and write.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let lock = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(book)?;
    lock.lock()?;
    let mut text = String::new();
    File::open(book)?.read_to_string(&mut text)?;
    let last = if text.is_empty() {
        Ok(0)
    } else {
        text.parse::<u64>()
    };
    let ticket = match last {
        Ok(last) => last + 1,
        Err(error) => return Err(io::Error::new(io::ErrorKind::InvalidData, error)),
    };
    let mut out = File::create(book)?;
    out.write_all(ticket.to_string().as_bytes())?;
    drop(lock);
    Ok(ticket)
}
