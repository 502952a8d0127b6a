//! An open file.

use super::OpenOptions;
use super::entry::Entry;
use ::std::fmt::{self, Arguments};
use ::std::fs::{FileTimes, Metadata, Permissions, TryLockError};
use ::std::io::{ErrorKind, IoSlice, IoSliceMut, Read, Result, Seek, SeekFrom, Write};
use ::std::panic::Location;
use ::std::path::Path;
use ::std::process::Stdio;
use ::std::sync::Arc;
use ::std::sync::atomic::{AtomicU8, Ordering::Relaxed};
use interleave::{K, Loc};

/// As `std::fs::File`. Its lock is given back when the last handle of this opening is dropped.
#[derive(Debug)]
pub struct File {
    real: ::std::fs::File,
    opening: Arc<Opening>,
}

/// What all clones of a handle share.
#[derive(Debug)]
struct Opening {
    entry: Arc<Entry>,
    name: String,
    /// One of the three below. Only threads of the model use it, one at a time.
    held: AtomicU8,
}

const FREE: u8 = 0;
const SHARED: u8 = 1;
const EXCLUSIVE: u8 = 2;

impl Opening {
    #[track_caller]
    fn release(&self) {
        let unlock = match self.held.swap(FREE, Relaxed) {
            SHARED => K::RUnlock,
            EXCLUSIVE => K::WUnlock,
            _ => return,
        };
        self.entry.step(unlock, || format!("unlock {}", self.name));
    }

    /// Takes the lock; a handle that holds it in the other way gives that back first, as Unix does.
    #[track_caller]
    fn take(&self, held: u8, lock: K) -> bool {
        if self.held.load(Relaxed) == held {
            return true;
        }
        self.release();
        let tries = matches!(lock, K::TryRead | K::TryWrite);
        let words = || {
            let verb = if tries { "try to lock" } else { "lock" };
            let shared = if held == SHARED { " (shared)" } else { "" };
            format!("{verb} {}{shared}", self.name)
        };
        let taken = self.entry.step(lock, words) == 1 || !tries;
        if taken {
            self.held.store(held, Relaxed);
        }
        taken
    }
}

impl Drop for Opening {
    fn drop(&mut self) {
        if interleave::active() {
            self.release();
        }
    }
}

impl File {
    pub(super) fn of(real: ::std::fs::File, entry: Arc<Entry>, name: String) -> File {
        let held = AtomicU8::new(FREE);
        let opening = Arc::new(Opening { entry, name, held });
        File { real, opening }
    }

    /// Opens a file for reading.
    ///
    /// # Errors
    /// As `std::fs::File::open`.
    #[track_caller]
    pub fn open<P: AsRef<Path>>(path: P) -> Result<File> {
        OpenOptions::new().read(true).open(path)
    }

    /// Opens a file for writing, made if need be, and empties it.
    ///
    /// # Errors
    /// As `std::fs::File::create`.
    #[track_caller]
    pub fn create<P: AsRef<Path>>(path: P) -> Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).open(path)
    }

    /// Makes a file that did not exist, for reading and writing.
    ///
    /// # Errors
    /// As `std::fs::File::create_new`.
    #[track_caller]
    pub fn create_new<P: AsRef<Path>>(path: P) -> Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true).open(path)
    }

    /// As `std::fs::File::options`.
    pub fn options() -> OpenOptions {
        OpenOptions::new()
    }

    /// Waits until no other handle holds the lock, and takes it.
    ///
    /// # Errors
    /// None in the model; outside an execution as `std::fs::File::lock`.
    #[track_caller]
    pub fn lock(&self) -> Result<()> {
        if !interleave::active() {
            return self.real.lock();
        }
        self.opening.take(EXCLUSIVE, K::Write);
        Ok(())
    }

    /// Waits until no other handle holds the lock alone, and shares it.
    ///
    /// # Errors
    /// As [`File::lock`].
    #[track_caller]
    pub fn lock_shared(&self) -> Result<()> {
        if !interleave::active() {
            return self.real.lock_shared();
        }
        self.opening.take(SHARED, K::Read);
        Ok(())
    }

    /// Takes the lock if it is free.
    ///
    /// # Errors
    /// `WouldBlock` if it is not.
    #[track_caller]
    pub fn try_lock(&self) -> ::std::result::Result<(), TryLockError> {
        if !interleave::active() {
            return self.real.try_lock();
        }
        let taken = self.opening.take(EXCLUSIVE, K::TryWrite);
        taken.then_some(()).ok_or(TryLockError::WouldBlock)
    }

    /// Shares the lock if nobody holds it alone.
    ///
    /// # Errors
    /// `WouldBlock` if somebody does.
    #[track_caller]
    pub fn try_lock_shared(&self) -> ::std::result::Result<(), TryLockError> {
        if !interleave::active() {
            return self.real.try_lock_shared();
        }
        let taken = self.opening.take(SHARED, K::TryRead);
        taken.then_some(()).ok_or(TryLockError::WouldBlock)
    }

    /// Gives the lock back.
    ///
    /// # Errors
    /// As [`File::lock`].
    #[track_caller]
    pub fn unlock(&self) -> Result<()> {
        if !interleave::active() {
            return self.real.unlock();
        }
        self.opening.release();
        Ok(())
    }

    /// Cuts the file off, or fills it up with zeros.
    ///
    /// # Errors
    /// As `std::fs::File::set_len`.
    #[track_caller]
    pub fn set_len(&self, size: u64) -> Result<()> {
        self.changes("set the length of");
        self.real.set_len(size)
    }

    /// As `std::fs::File::metadata`; its length is part of the content.
    ///
    /// # Errors
    /// As `std::fs::File::metadata`.
    #[track_caller]
    pub fn metadata(&self) -> Result<Metadata> {
        self.looks("look at the length of");
        self.real.metadata()
    }

    /// A second handle of this opening: they share the place in the file, and the lock.
    ///
    /// # Errors
    /// As `std::fs::File::try_clone`.
    pub fn try_clone(&self) -> Result<File> {
        let (real, opening) = (self.real.try_clone()?, Arc::clone(&self.opening));
        Ok(File { real, opening })
    }

    /// Not a step: what has not reached the disk is not modelled.
    ///
    /// # Errors
    /// As `std::fs::File::sync_all`.
    pub fn sync_all(&self) -> Result<()> {
        self.real.sync_all()
    }

    /// Not a step: what has not reached the disk is not modelled.
    ///
    /// # Errors
    /// As `std::fs::File::sync_data`.
    pub fn sync_data(&self) -> Result<()> {
        self.real.sync_data()
    }

    /// As `std::fs::File::set_permissions`; not modelled.
    ///
    /// # Errors
    /// As `std::fs::File::set_permissions`.
    pub fn set_permissions(&self, permissions: Permissions) -> Result<()> {
        self.real.set_permissions(permissions)
    }

    /// As `std::fs::File::set_times`; not modelled.
    ///
    /// # Errors
    /// As `std::fs::File::set_times`.
    pub fn set_times(&self, times: FileTimes) -> Result<()> {
        self.real.set_times(times)
    }

    #[track_caller]
    fn looks(&self, verb: &str) {
        let name = &self.opening.name;
        self.opening.entry.looks(|| format!("{verb} {name}"));
    }

    #[track_caller]
    fn changes(&self, verb: &str) {
        let name = &self.opening.name;
        self.opening.entry.changes(|| format!("{verb} {name}"));
    }
}

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

/// A child process reads or writes the file by itself: no step of the model.
impl From<File> for Stdio {
    fn from(file: File) -> Stdio {
        file.real.into()
    }
}
