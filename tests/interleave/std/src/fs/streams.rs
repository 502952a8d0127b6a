//! A file as a stream: each call is a step.

use super::File;
use ::std::fmt::{self, Arguments};
use ::std::io::{ErrorKind, IoSlice, IoSliceMut, Read, Result, Seek, SeekFrom, Write};
use ::std::panic::Location;
use interleave::{K, Loc};

impl Read for &File {
    #[track_caller]
    fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
        self.looks("read");
        (&self.real).read(bytes)
    }

    #[track_caller]
    fn read_vectored(&mut self, bytes: &mut [IoSliceMut<'_>]) -> Result<usize> {
        self.looks("read");
        (&self.real).read_vectored(bytes)
    }

    /// One step: nobody writes between its calls of the system. So large is a small file's read.
    #[track_caller]
    fn read_to_end(&mut self, bytes: &mut Vec<u8>) -> Result<usize> {
        self.looks("read");
        (&self.real).read_to_end(bytes)
    }

    #[track_caller]
    fn read_to_string(&mut self, text: &mut String) -> Result<usize> {
        self.looks("read");
        (&self.real).read_to_string(text)
    }
}

impl Write for &File {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.changes("write");
        (&self.real).write(bytes)
    }

    #[track_caller]
    fn write_vectored(&mut self, bytes: &[IoSlice<'_>]) -> Result<usize> {
        self.changes("write");
        (&self.real).write_vectored(bytes)
    }

    #[track_caller]
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        self.changes("write");
        (&self.real).write_all(bytes)
    }

    /// Each piece of the text is a write of its own, as in std.
    #[track_caller]
    fn write_fmt(&mut self, text: Arguments<'_>) -> Result<()> {
        let mut pieces = Pieces {
            file: self,
            place: Location::caller(),
            written: Ok(()),
        };
        let formatted = fmt::Write::write_fmt(&mut pieces, text);
        match formatted {
            Ok(()) => Ok(()),
            Err(_) => pieces.written.and(Err(ErrorKind::Other.into())),
        }
    }

    fn flush(&mut self) -> Result<()> {
        (&self.real).flush()
    }
}

/// Writes a formatted text piece by piece, all at the place of the macro.
struct Pieces<'a> {
    file: &'a File,
    place: Loc,
    written: Result<()>,
}

impl fmt::Write for Pieces<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        let opening = &self.file.opening;
        let words = || format!("write {}", opening.name);
        opening.entry.step_at(K::Store, words, self.place);
        self.written = (&self.file.real).write_all(piece.as_bytes());
        self.written.as_ref().map_err(|_| fmt::Error).copied()
    }
}

/// Only the handle's own place moves, which others do not see; from the end it depends on the length.
impl Seek for &File {
    #[track_caller]
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        if let SeekFrom::End(_) = to {
            self.looks("look at the length of");
        }
        (&self.real).seek(to)
    }
}

impl Read for File {
    #[track_caller]
    fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
        (&*self).read(bytes)
    }

    #[track_caller]
    fn read_vectored(&mut self, bytes: &mut [IoSliceMut<'_>]) -> Result<usize> {
        (&*self).read_vectored(bytes)
    }

    #[track_caller]
    fn read_to_end(&mut self, bytes: &mut Vec<u8>) -> Result<usize> {
        (&*self).read_to_end(bytes)
    }

    #[track_caller]
    fn read_to_string(&mut self, text: &mut String) -> Result<usize> {
        (&*self).read_to_string(text)
    }
}

impl Write for File {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        (&*self).write(bytes)
    }

    #[track_caller]
    fn write_vectored(&mut self, bytes: &[IoSlice<'_>]) -> Result<usize> {
        (&*self).write_vectored(bytes)
    }

    #[track_caller]
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        (&*self).write_all(bytes)
    }

    #[track_caller]
    fn write_fmt(&mut self, text: Arguments<'_>) -> Result<()> {
        (&*self).write_fmt(text)
    }

    fn flush(&mut self) -> Result<()> {
        (&*self).flush()
    }
}

impl Seek for File {
    #[track_caller]
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        (&*self).seek(to)
    }
}
