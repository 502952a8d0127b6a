//! The content is read and written by a function of its own, and the lock given back by name.

use std::fs::OpenOptions;
use std::io::{self, Error, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(book)?;
    file.lock()?;
    let result = next(&mut file);
    file.unlock()?;
    result
}

fn next<F: Read + Write + Seek>(file: &mut F) -> io::Result<u64> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let last = match text.as_str() {
        "" => 0,
        number => number
            .parse::<u64>()
            .map_err(|_| Error::from(ErrorKind::InvalidData))?,
    };
    file.seek(SeekFrom::Start(0))?;
    write!(file, "{}", last + 1)?;
    Ok(last + 1)
}
