//! One thing at the top of the class's folder: a whole submission, or one of several files of it.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::archive;
use super::entry::{Entry, Wanted, What};
use super::folder;
use super::kind::Kind;
use super::limits::Budget;

/// Where it lies, and what it is called.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// On disk.
    pub(super) path: PathBuf,
    /// As the student called it.
    name: String,
    is_file: bool,
}

impl Part {
    pub(super) fn new(path: &Path, name: &str, is_file: bool) -> Self {
        Self {
            path: path.to_path_buf(),
            name: name.to_owned(),
            is_file,
        }
    }

    /// Reads all of it.
    ///
    /// # Errors
    /// It cannot be read, or holds too much.
    pub(super) fn read(
        &self,
        wanted: Wanted<'_>,
        budget: &mut Budget,
    ) -> anyhow::Result<Vec<Entry>> {
        if !self.is_file {
            return folder::read(&self.path, wanted, budget);
        }
        if self.path.is_symlink() {
            bail!("it is a symbolic link, and no link is followed");
        }
        match Kind::of(&self.name) {
            Kind::Plain => self.alone(wanted, budget).map(|entry| vec![entry]),
            kind => {
                let (file, size) = folder::open(&self.path)?;
                archive::read(file, size, kind, "", wanted, budget)
            }
        }
    }

    fn alone(&self, wanted: Wanted<'_>, budget: &mut Budget) -> anyhow::Result<Entry> {
        let what = if wanted(&self.name) {
            match folder::open(&self.path) {
                Ok((file, size)) => What::read(file, size, budget)?,
                Err(error) => What::Unfit(format!("{error:#}")),
            }
        } else {
            What::Other
        };
        Ok(Entry {
            path: self.name.clone(),
            what,
        })
    }
}
