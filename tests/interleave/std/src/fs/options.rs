//! How a file is opened.

use super::File;
use super::entry::{Entry, name};
use ::std::io::Result;
use ::std::path::Path;

/// As `std::fs::OpenOptions`.
#[derive(Clone, Debug)]
pub struct OpenOptions {
    real: ::std::fs::OpenOptions,
    /// Opening changes what others see: the file is there, or is empty.
    changes: bool,
}

impl OpenOptions {
    /// All off.
    #[allow(clippy::new_without_default, reason = "std has none either")]
    pub fn new() -> Self {
        OpenOptions {
            real: ::std::fs::OpenOptions::new(),
            changes: false,
        }
    }

    /// As `std::fs::OpenOptions::read`.
    pub fn read(&mut self, read: bool) -> &mut Self {
        self.real.read(read);
        self
    }

    /// As `std::fs::OpenOptions::write`.
    pub fn write(&mut self, write: bool) -> &mut Self {
        self.real.write(write);
        self
    }

    /// As `std::fs::OpenOptions::append`.
    pub fn append(&mut self, append: bool) -> &mut Self {
        self.real.append(append);
        self
    }

    /// As `std::fs::OpenOptions::truncate`.
    pub fn truncate(&mut self, truncate: bool) -> &mut Self {
        self.real.truncate(truncate);
        self.changes |= truncate;
        self
    }

    /// As `std::fs::OpenOptions::create`.
    pub fn create(&mut self, create: bool) -> &mut Self {
        self.real.create(create);
        self.changes |= create;
        self
    }

    /// As `std::fs::OpenOptions::create_new`.
    pub fn create_new(&mut self, create_new: bool) -> &mut Self {
        self.real.create_new(create_new);
        self.changes |= create_new;
        self
    }

    /// Opens the file: one step.
    ///
    /// # Errors
    /// As `std::fs::OpenOptions::open`.
    #[track_caller]
    pub fn open<P: AsRef<Path>>(&self, path: P) -> Result<File> {
        let path = path.as_ref();
        let entry = Entry::of(path);
        let words = || format!("open {}", name(path));
        if self.changes {
            entry.changes(words);
        } else {
            entry.looks(words);
        }
        Ok(File::of(self.real.open(path)?, entry, name(path)))
    }
}
