//! A guard holds the lock; the content is read and written by the path.

use std::fs::{self, File};
use std::io;
use std::path::Path;

struct Locked(File);

impl Locked {
    fn open(path: &Path) -> io::Result<Locked> {
        let file = File::options().append(true).create(true).open(path)?;
        file.lock()?;
        Ok(Locked(file))
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

pub fn take_ticket(book: &Path) -> io::Result<u64> {
    let _locked = Locked::open(book)?;
    let text = fs::read_to_string(book)?;
    let last: u64 = if text.is_empty() {
        0
    } else {
        text.parse()
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?
    };
    fs::write(book, (last + 1).to_string())?;
    Ok(last + 1)
}
