//! verdict: race
//! Opens with `truncate`, which needs no lock: the book is empty for whoever holds it.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let text = std::fs::read_to_string(book).unwrap_or_default();
    let mut file = File::create(book)?;
    file.lock()?;
    let last: u64 = match text.as_str() {
        "" => 0,
        text => text
            .parse()
            .map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?,
    };
    file.write_all((last + 1).to_string().as_bytes())?;
    Ok(last + 1)
}
