//! verdict: wrong_result
//! Takes the digits out of whatever stands in the book.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let mut options = File::options();
    let options = options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(book)?;
    file.lock()?;
    let ticket = last_ticket(&mut file)? + 1;
    file.rewind()?;
    file.write_all(ticket.to_string().as_bytes())?;
    Ok(ticket)
}

fn last_ticket(file: &mut File) -> io::Result<u64> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if text.is_empty() {
        return Ok(0);
    }
    text.trim_matches(|c: char| !c.is_ascii_digit())
        .parse()
        .map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}
