//! The folder that one exercise is built in.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::Context;
use tempfile::TempDir;

use crate::course::Exercise;
use crate::decide::Source;

/// A folder that nobody else builds in as long as this value lives.
#[derive(Debug)]
pub(crate) struct Workshop {
    dir: PathBuf,
    /// Held for whoever decides the same exercise at the same time.
    _lock: File,
    /// Removes the folder of a program that is decided once.
    _temporary: Option<TempDir>,
}

impl Workshop {
    /// Opens the exercise's folder below `kept`; waits for another runner that builds in it.
    ///
    /// The learner's program and the solution keep theirs, so that rustc compiles only what changed.
    ///
    /// # Errors
    /// When the folder cannot be made or locked.
    pub(crate) fn open(kept: &Path, exercise: &Exercise, source: &Source) -> anyhow::Result<Self> {
        let home = kept.join(&exercise.id.lesson).join(&exercise.id.name);
        let (dir, temporary) = match source {
            Source::Learner => (home.join("learner"), None),
            Source::Solution => (home.join("solution"), None),
            Source::File(_) => {
                let context = || format!("failed to make a folder in {}", home.display());
                fs::create_dir_all(&home).with_context(context)?;
                let temporary = tempfile::Builder::new()
                    .prefix("with-")
                    .tempdir_in(&home)
                    .with_context(context)?;
                (temporary.path().to_path_buf(), Some(temporary))
            }
        };
        fs::create_dir_all(&dir)
            .with_context(|| format!("failed to make the folder {}", dir.display()))?;
        let lock = dir.join("lock");
        let lock = File::create(&lock)
            .and_then(|file| file.lock().map(|()| file))
            .with_context(|| format!("failed to lock {}", lock.display()))?;
        Ok(Self {
            dir,
            _lock: lock,
            _temporary: temporary,
        })
    }

    /// The folder.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Writes a file in it, unless it says the same already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn write(&self, name: &str, text: &str) -> anyhow::Result<PathBuf> {
        let path = self.dir.join(name);
        if fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
            return Ok(path);
        }
        fs::write(&path, text).with_context(|| format!("failed to write {}", path.display()))?;
        Ok(path)
    }
}
