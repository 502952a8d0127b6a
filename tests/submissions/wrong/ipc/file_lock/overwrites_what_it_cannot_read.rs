//! verdict: wrong_result
//! Takes whatever is no number for 0, and what stood in the book is lost.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::Path;

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let mut file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(book)?;
    file.lock()?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let last: u64 = text.parse().unwrap_or(0);
    file.set_len(0)?;
    file.rewind()?;
    file.write_all((last + 1).to_string().as_bytes())?;
    Ok(last + 1)
}
