//! `.tar.gz`, from its first byte to its last.

use std::fs::File;
use std::io::{self, Read};

use anyhow::anyhow;
use flate2::read::MultiGzDecoder;
use tar::{Archive, Entry, EntryType};

use super::super::entry::What;
use super::super::limits;
use super::{Inside, unread};

/// Reads all of it.
///
/// # Errors
/// It is damaged or cut off, or grows too large.
pub(super) fn read(file: File, inside: &mut Inside<'_>) -> anyhow::Result<()> {
    let damaged = |error: io::Error| anyhow!("the archive cannot be read to its end: {error}");
    let mut archive = Archive::new(Bounded {
        inner: MultiGzDecoder::new(io::BufReader::new(file)),
        left: limits::INFLATED,
    });
    for entry in archive.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        inside.budget.entries(1)?;
        let path = inside.path(&entry.path_bytes())?;
        let what = match entry.header().entry_type() {
            // Names for the entry after it, or for all (git's comment): these stand for nothing.
            EntryType::Directory | EntryType::XGlobalHeader => continue,
            kind => match strange(kind) {
                Some(why) => What::unfit(why),
                None if !inside.wants(&path) => unread(&path),
                None => content(&mut entry, inside)?,
            },
        };
        inside.add(path, what);
    }
    // What follows the last entry belongs to the archive too: one that is cut off there is damaged.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(damaged)?;
    Ok(())
}

fn content(entry: &mut Entry<'_, impl Read>, inside: &mut Inside<'_>) -> anyhow::Result<What> {
    let claimed = entry.size();
    What::read(entry, claimed, inside.budget)
}

/// Why this is no file to read; none if it is.
fn strange(kind: EntryType) -> Option<&'static str> {
    match kind {
        EntryType::Regular | EntryType::Continuous => None,
        EntryType::Symlink => Some("it is a symbolic link"),
        EntryType::Link => Some("it is a hard link"),
        EntryType::Fifo => Some("it is a FIFO"),
        EntryType::Char | EntryType::Block => Some("it is a device"),
        _ => Some("it is no file"),
    }
}

/// Fails where a plain `take` would end as if the archive did.
struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            io::Error::other(format!(
                "unpacked it has more than {}; hand in the exercises, without target/",
                limits::in_words(limits::INFLATED)
            ))
        })?;
        Ok(read)
    }
}
