//! Streams that are as unkind as real ones may be.

use std::io::{self, ErrorKind, Read, Write};

/// A stream of bytes that gives and takes them in small pieces of any size.
pub(crate) struct Pieces {
    /// What is still to be read, or what was written.
    pub(crate) bytes: Vec<u8>,
    /// Chooses the size of each piece.
    random: fastrand::Rng,
    /// Whether every second call is interrupted.
    interrupts: bool,
    /// Whether the next one is.
    next_is: bool,
    /// What comes in the place of the end.
    breaks: Option<ErrorKind>,
}

impl Pieces {
    pub(crate) fn new(bytes: Vec<u8>, random: &mut fastrand::Rng) -> Pieces {
        Pieces {
            bytes,
            random: random.fork(),
            interrupts: false,
            next_is: true,
            breaks: None,
        }
    }

    /// Every second call is interrupted before it has done anything, the first one to begin with.
    pub(crate) fn interrupted(self) -> Pieces {
        Pieces {
            interrupts: true,
            ..self
        }
    }

    /// Where the bytes end the stream breaks.
    pub(crate) fn broken(self, kind: ErrorKind) -> Pieces {
        Pieces {
            breaks: Some(kind),
            ..self
        }
    }

    /// How many bytes the next call moves: one or two, so that no length and no message comes as a whole.
    fn piece(&mut self, wanted: usize) -> io::Result<usize> {
        let interrupted = self.interrupts && self.next_is;
        self.next_is = !self.next_is;
        match interrupted {
            true => Err(ErrorKind::Interrupted.into()),
            false => Ok(self.random.usize(1..=2).min(wanted)),
        }
    }
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let piece = self.piece(buffer.len())?.min(self.bytes.len());
        if self.bytes.is_empty()
            && let Some(kind) = self.breaks
        {
            return Err(kind.into());
        }
        buffer[..piece].copy_from_slice(&self.bytes[..piece]);
        self.bytes.drain(..piece);
        Ok(piece)
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = self.piece(bytes.len())?;
        self.bytes.extend_from_slice(&bytes[..piece]);
        Ok(piece)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A writer that fails, or that takes nothing, when it has taken so many bytes.
pub(crate) struct Narrow {
    /// What it has taken.
    pub(crate) bytes: Vec<u8>,
    /// How many bytes it takes.
    pub(crate) room: usize,
    /// What it says then; without it, it takes nothing and says so.
    pub(crate) then: Option<ErrorKind>,
}

impl Write for Narrow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = self.room - self.bytes.len();
        match self.then {
            Some(kind) if room == 0 => Err(kind.into()),
            _ => {
                self.bytes
                    .extend_from_slice(&bytes[..bytes.len().min(room)]);
                Ok(bytes.len().min(room))
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
