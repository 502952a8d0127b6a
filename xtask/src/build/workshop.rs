//! The folder that one exercise is built in.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::course::Exercise;
use crate::decide::Source;

/// A folder that nobody else builds in as long as this value lives. It stays, so that rustc compiles only what changed.
#[derive(Debug)]
pub(crate) struct Workshop {
    dir: PathBuf,
    /// Whether the next build here will be nearly the same.
    is_for_edits: bool,
    /// None where nobody else knows of the folder.
    _lock: Option<File>,
}

impl Workshop {
    /// A folder that was made for this one build.
    pub(crate) fn once(dir: PathBuf) -> Self {
        Self {
            dir,
            is_for_edits: false,
            _lock: None,
        }
    }

    /// A folder for many exercises of the lesson, which are built together. No exercise is called like it.
    ///
    /// # Errors
    /// As [`Workshop::open`].
    pub(crate) fn together(kept: &Path, lesson: &str, source: &Source) -> anyhow::Result<Self> {
        Self::below(kept.join(lesson).join(".together"), source)
    }

    /// Opens a folder for the exercise below `kept`; waits for another runner that decides the same program.
    ///
    /// # Errors
    /// When the folder cannot be made or locked.
    pub(crate) fn open(kept: &Path, exercise: &Exercise, source: &Source) -> anyhow::Result<Self> {
        Self::below(
            kept.join(&exercise.id.lesson).join(&exercise.id.name),
            source,
        )
    }

    fn below(home: PathBuf, source: &Source) -> anyhow::Result<Self> {
        match source {
            Source::Learner => Self::wait(home.join("learner")),
            Source::Solution => Self::wait(home.join("solution")),
            // Many such files are decided one after the other, some at the same time: the first folder that is free.
            Source::File(_) => (1..)
                .find_map(|number| Self::free(home.join(format!("with-{number}"))).transpose())
                .context("all folders are taken")?,
        }
    }

    fn wait(dir: PathBuf) -> anyhow::Result<Self> {
        let lock = lock_file(&dir)?;
        lock.lock()
            .with_context(|| format!("failed to lock {}", dir.display()))?;
        Ok(Self {
            dir,
            is_for_edits: true,
            _lock: Some(lock),
        })
    }

    fn free(dir: PathBuf) -> anyhow::Result<Option<Self>> {
        let lock = lock_file(&dir)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self {
                dir,
                is_for_edits: false,
                _lock: Some(lock),
            })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("failed to lock {}", dir.display()))
            }
        }
    }

    /// The tests, once they are built.
    pub(crate) fn binary(&self) -> PathBuf {
        self.dir.join("lesson")
    }

    /// The folder.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// What rustc remembers from one build to the next. None where other programs come every time: to keep what it knows
    /// costs a tenth of the time then, and is of no use.
    pub(super) fn incremental(&self) -> Option<PathBuf> {
        self.is_for_edits.then(|| self.dir.join("incremental"))
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

fn lock_file(dir: &Path) -> anyhow::Result<File> {
    fs::create_dir_all(dir)
        .with_context(|| format!("failed to make the folder {}", dir.display()))?;
    let path = dir.join("lock");
    File::create(&path).with_context(|| format!("failed to make {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::course;

    #[test]
    fn files_that_are_decided_at_the_same_time_get_folders_of_their_own() {
        let kept = tempfile::tempdir().unwrap();
        let course = course();
        let open = || {
            Workshop::open(
                kept.path(),
                &course.lessons[0].exercises[0],
                &Source::File("x.rs".into()),
            )
            .unwrap()
        };
        let (first, second) = (open(), open());
        assert_ne!(first.dir(), second.dir());
        let dir = first.dir().to_path_buf();
        drop(first);
        assert_eq!(open().dir(), dir);
    }

    #[test]
    fn a_file_that_says_the_same_is_not_written_again() {
        let kept = tempfile::tempdir().unwrap();
        let course = course();
        let workshop = Workshop::open(
            kept.path(),
            &course.lessons[0].exercises[0],
            &Source::Learner,
        )
        .unwrap();
        let path = workshop.write("lib.rs", "a").unwrap();
        let written = path.metadata().unwrap().modified().unwrap();
        workshop.write("lib.rs", "a").unwrap();
        assert_eq!(path.metadata().unwrap().modified().unwrap(), written);
        workshop.write("lib.rs", "b").unwrap();
        assert_eq!(fs::read_to_string(path).unwrap(), "b");
    }
}
