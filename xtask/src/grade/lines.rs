//! Values on the disk, one a line of JSON: in memory is only where each begins, so a class of any size fits.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::disk;

/// Where a line is, without its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    begin: u64,
    length: u64,
}

/// A file that is only ever added to, by nobody else.
#[derive(Debug)]
pub(crate) struct Lines {
    file: File,
    end: u64,
}

impl Place {
    /// Of a line that begins there and has so many bytes.
    pub(crate) fn new(begin: u64, length: u64) -> Self {
        Self { begin, length }
    }
}

impl Lines {
    /// In a file without a name, on the disk of that folder: whatever ends the process, nothing of it is left.
    ///
    /// # Errors
    /// It cannot be made there.
    pub(crate) fn temporary(folder: &Path) -> anyhow::Result<Self> {
        Ok(Self::after(disk::nameless(folder)?, 0))
    }

    /// After what such a file holds already, up to `end`.
    pub(crate) fn after(file: File, end: u64) -> Self {
        Self { file, end }
    }

    /// Adds a line, in one write: a kill leaves all of it or its beginning, and a full disk nothing.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn add(&mut self, value: &impl Serialize) -> anyhow::Result<Place> {
        let mut line = serde_json::to_vec(value)?;
        let place = Place::new(self.end, line.len() as u64);
        line.push(b'\n');
        if let Err(error) = self.file.write_all_at(&line, self.end) {
            // The next line begins where this one would have.
            let _ = self.file.set_len(self.end);
            return Err(error.into());
        }
        self.end += line.len() as u64;
        Ok(place)
    }

    /// Waits until all of it is on the disk, as far as it can be read.
    ///
    /// # Errors
    /// The disk fails.
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// The bytes of a line.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(crate) fn bytes(&self, place: Place) -> io::Result<Vec<u8>> {
        let mut line = vec![0; usize::try_from(place.length).map_err(io::Error::other)?];
        self.file.read_exact_at(&mut line, place.begin)?;
        Ok(line)
    }

    /// Writes these lines, in this order.
    ///
    /// # Errors
    /// They cannot be read, or `to` cannot be written.
    pub(crate) fn write<'a>(
        &self,
        places: impl IntoIterator<Item = &'a Place>,
        to: &mut impl Write,
    ) -> io::Result<()> {
        for place in places {
            to.write_all(&self.bytes(*place)?)?;
            to.write_all(b"\n")?;
        }
        Ok(())
    }

    /// The value of a line.
    ///
    /// # Errors
    /// The file cannot be read, or somebody else has written it.
    pub(crate) fn read<T: DeserializeOwned>(&self, place: Place) -> anyhow::Result<T> {
        Ok(serde_json::from_slice(&self.bytes(place)?)?)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn each_value_is_found_where_it_was_put_and_the_folder_stays_empty() {
        let folder = tempfile::tempdir().unwrap();
        let mut lines = Lines::temporary(folder.path()).unwrap();
        let one = lines.add(&"one\nline").unwrap();
        let other = lines.add(&2).unwrap();
        assert_eq!(lines.read::<u32>(other).unwrap(), 2);
        assert_eq!(lines.read::<String>(one).unwrap(), "one\nline");
        assert_eq!(lines.bytes(other).unwrap(), b"2");
        let mut text = Vec::new();
        lines.write(&[other, one], &mut text).unwrap();
        assert_eq!(text, b"2\n\"one\\nline\"\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
