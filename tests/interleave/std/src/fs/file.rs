//! An open file.

use super::OpenOptions;
use super::entry::Entry;
use super::opening::{EXCLUSIVE, Opening, SHARED};
use ::std::fs::{FileTimes, Metadata, Permissions, TryLockError};
use ::std::io::Result;
use ::std::path::Path;
use ::std::process::Stdio;
use ::std::sync::Arc;
use interleave::K;

/// As `std::fs::File`. Its lock is given back when the last handle of this opening is dropped.
#[derive(Debug)]
pub struct File {
    pub(super) real: ::std::fs::File,
    pub(super) opening: Arc<Opening>,
}

impl File {
    pub(super) fn of(real: ::std::fs::File, entry: Arc<Entry>, name: String) -> File {
        let opening = Opening::new(entry, name);
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
    pub(super) fn looks(&self, verb: &str) {
        let name = &self.opening.name;
        self.opening.entry.looks(|| format!("{verb} {name}"));
    }

    #[track_caller]
    pub(super) fn changes(&self, verb: &str) {
        let name = &self.opening.name;
        self.opening.entry.changes(|| format!("{verb} {name}"));
    }
}

/// A child process reads or writes the file by itself: no step of the model.
impl From<File> for Stdio {
    fn from(file: File) -> Stdio {
        file.real.into()
    }
}
