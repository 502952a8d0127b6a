//! verdict: race
//! A mutex in memory keeps out the threads of this process, and no other process.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;
use std::sync::Mutex;

static BOOK: Mutex<()> = Mutex::new(());

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let _held = BOOK.lock().unwrap();
    let mut file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(book)?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let last: u64 = match text.as_str() {
        "" => 0,
        text => text
            .parse()
            .map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?,
    };
    file.rewind()?;
    file.write_all((last + 1).to_string().as_bytes())?;
    Ok(last + 1)
}
