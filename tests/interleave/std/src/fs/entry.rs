//! What the engine knows of a file: one object for its content and its lock.

use ::std::panic::Location;
use ::std::path::{Path, PathBuf, absolute};
use ::std::sync::{Arc, Mutex, PoisonError};
use interleave::schedule::Action;
use interleave::{Id, K, Loc, NONE, OK};

/// A file by its path. It keeps its identity from one execution to the next, as the file does.
#[derive(Debug)]
pub(super) struct Entry {
    id: Id,
}

/// All files that modelled code has named so far.
static ENTRIES: Mutex<Vec<(PathBuf, Arc<Entry>)>> = Mutex::new(Vec::new());

/// What the file is called in schedules.
pub(super) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

impl Entry {
    #[track_caller]
    pub(super) fn of(path: &Path) -> Arc<Entry> {
        let path = absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let mut entries = ENTRIES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = entries.iter().find(|(of, _)| *of == path) {
            return Arc::clone(known);
        }
        let entry = Arc::new(Entry { id: Id::new() });
        entries.push((path, Arc::clone(&entry)));
        entry
    }

    /// A step that only looks at the content.
    #[track_caller]
    pub(super) fn looks(&self, words: impl FnOnce() -> String) {
        self.step(K::Load, words);
    }

    /// A step that changes the content.
    #[track_caller]
    pub(super) fn changes(&self, words: impl FnOnce() -> String) {
        self.step(K::Store, words);
    }

    /// A step on the file; gives the engine's answer, which is 1 where something was tried and is done.
    #[track_caller]
    pub(super) fn step(&self, kind: K, words: impl FnOnce() -> String) -> u64 {
        self.step_at(kind, words, Location::caller())
    }

    /// The same, at a place that is known from before.
    pub(super) fn step_at(&self, kind: K, words: impl FnOnce() -> String, place: Loc) -> u64 {
        if !interleave::active() {
            return 1;
        }
        let answer = interleave::op_at(kind, self.id.get(OK::RwLock), NONE, 0, place);
        interleave::happened(|| Action::Other {
            words: words(),
            object: None,
        });
        answer
    }
}
