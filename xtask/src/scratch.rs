//! The runner's folder for what must not outlive it: the records of tests, their temporary files, what is half built.
//!
//! It lies below `target/xtask`, with a lock beside it that the runner holds for as long as it lives. The system gives
//! back the lock of whoever dies. So the tests that it has started know when it is gone (`HARNESS_LIFELINE`), and the
//! next runner knows which folders nobody needs any more.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use tempfile::TempDir;

/// How the names of locks end; the folder is called the same without it.
const LOCK: &str = "lock";

/// What this process has open, for each folder that it keeps things in. A signal ends it without unwinding, and must
/// find it.
static OPEN: Mutex<Vec<Scratch>> = Mutex::new(Vec::new());

/// Numbers the folders within it.
static NUMBER: AtomicUsize = AtomicUsize::new(1);

#[derive(Debug)]
struct Scratch {
    folder: PathBuf,
    lock: PathBuf,
    _held: File,
}

/// A folder of its own for somebody, gone when it is dropped.
#[derive(Debug)]
pub(crate) struct Folder {
    folder: TempDir,
    lock: PathBuf,
}

impl Folder {
    /// An empty folder below `kept`, which is opened by the first one.
    ///
    /// # Errors
    /// When the folder cannot be made or locked.
    pub(crate) fn new(kept: &Path) -> anyhow::Result<Self> {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let home = home(kept);
        let is_there = |scratch: &Scratch| scratch.folder.parent() == Some(&home);
        let at = match open.iter().position(is_there) {
            Some(at) => at,
            None => {
                open.push(Scratch::open(&home)?);
                open.len() - 1
            }
        };
        let scratch = &open[at];
        let folder = tempfile::Builder::new()
            .prefix(&NUMBER.fetch_add(1, Relaxed).to_string())
            .rand_bytes(0)
            .tempdir_in(&scratch.folder)
            .with_context(|| format!("failed to make a folder in {}", scratch.folder.display()))?;
        let lock = scratch.lock.clone();
        Ok(Self { folder, lock })
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The file that is locked for as long as this process lives.
    pub(crate) fn lifeline(&self) -> &Path {
        &self.lock
    }
}

impl Scratch {
    fn open(home: &Path) -> anyhow::Result<Self> {
        let failed = || format!("failed to make a folder in {}", home.display());
        fs::create_dir_all(home).with_context(failed)?;
        loop {
            // Short names: sockets in the folder have room for a hundred bytes.
            let named = tempfile::Builder::new()
                .prefix("")
                .suffix(&format!(".{LOCK}"))
                .rand_bytes(4)
                .tempfile_in(home)
                .with_context(failed)?;
            let (held, lock) = named.keep().with_context(failed)?;
            match held.lock() {
                Err(error) if error.kind() != io::ErrorKind::Unsupported => {
                    return Err(error)
                        .with_context(|| format!("failed to lock {}", lock.display()));
                }
                _ => {}
            }
            // Between the making and the locking another runner may have taken it for a dead one's.
            if !lock.exists() {
                continue;
            }
            let folder = lock.with_extension("");
            fs::create_dir(&folder).with_context(failed)?;
            return Ok(Self {
                folder,
                lock,
                _held: held,
            });
        }
    }

    /// Programs that are just being killed may still write; what resists is swept by the next runner.
    fn remove(&self) {
        let mut attempts = 0..50;
        while attempts.next().is_some() && fs::remove_dir_all(&self.folder).is_err() {
            if !self.folder.exists() {
                break;
            }
            std::thread::yield_now();
        }
        if !self.folder.exists() {
            let _ = fs::remove_file(&self.lock);
        }
    }
}

/// The folder that was made by [`Folder::new`] below `kept` and holds the path, if one does.
pub(crate) fn holds(kept: &Path, path: &Path) -> Option<PathBuf> {
    let home = home(kept);
    let mut below = path.strip_prefix(&home).ok()?.components();
    let (run, number) = (below.next()?, below.next()?);
    Some(home.join(run).join(number))
}

/// Removes what this process has open; called when it ends.
pub(crate) fn close() {
    let open = std::mem::take(&mut *OPEN.lock().unwrap_or_else(PoisonError::into_inner));
    for scratch in open {
        scratch.remove();
    }
}

/// Removes what dead runners have left below `kept`. What cannot be removed stays until next time.
pub(crate) fn sweep(kept: &Path) {
    let entries = fs::read_dir(home(kept)).into_iter().flatten().flatten();
    for lock in entries.map(|entry| entry.path()) {
        if lock.extension().is_none_or(|ending| ending != LOCK) {
            continue;
        }
        let Ok(file) = File::open(&lock) else {
            continue;
        };
        match file.try_lock() {
            Ok(()) => {
                let folder = lock.with_extension("");
                Scratch {
                    folder,
                    lock,
                    _held: file,
                }
                .remove();
            }
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => {}
        }
    }
}

/// A short name, since sockets may lie below it.
fn home(kept: &Path) -> PathBuf {
    kept.join(".run")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kept_folder_has_its_own_and_outlives_no_other() {
        let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        drop(Folder::new(first.path()).unwrap());
        drop(first);
        let folder = Folder::new(second.path()).unwrap();
        assert!(folder.path().starts_with(second.path()));
    }

    #[test]
    fn whose_folder_a_path_lies_in_is_known() {
        let held = |path: &str| holds(Path::new("/kept"), Path::new(path));
        assert_eq!(held("/kept/.run/a/5/x/y"), Some("/kept/.run/a/5".into()));
        assert_eq!(held("/kept/.run/a/5"), Some("/kept/.run/a/5".into()));
        assert_eq!(held("/kept/.run/a"), None);
        assert_eq!(held("/kept/locks/counter"), None);
    }

    #[test]
    fn a_folder_of_the_dead_is_swept_and_one_of_the_living_stays() {
        let kept = tempfile::tempdir().unwrap();
        let home = home(kept.path());
        let living = Scratch::open(&home).unwrap();
        let dead = Scratch::open(&home).unwrap();
        fs::write(dead.folder.join("records"), "x").unwrap();
        let (folder, lock) = (dead.folder.clone(), dead.lock.clone());
        drop(dead);
        sweep(kept.path());
        assert!(!folder.exists() && !lock.exists());
        assert!(living.folder.exists() && living.lock.exists());
        living.remove();
        assert_eq!(fs::read_dir(home).unwrap().count(), 0);
    }
}
