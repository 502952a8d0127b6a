//! Tries for the lock and yields until it is free; empties the book before it writes.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;
use std::thread;

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let mut file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(book)?;
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) => thread::yield_now(),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let mut last = 0_u64;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return Err(ErrorKind::InvalidData.into());
        }
        last = last * 10 + u64::from(byte - b'0');
    }
    let ticket = last + 1;
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(format!("{ticket}").as_bytes())?;
    Ok(ticket)
}
