//! Identical files are decided once: whoever comes second waits for the sheet of the first.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::sheet::Sheet;
use crate::course::Id;

/// Which exercise, and the SHA-256 of the file: the rest that a verdict depends on is the same all through a grading.
pub(crate) type Key = (Id, String);

/// What is decided so far.
#[derive(Debug, Default)]
pub(crate) struct Store {
    slots: Mutex<HashMap<Key, Arc<Slot>>>,
}

/// One file's sheet, or why there is none.
#[derive(Debug, Default)]
struct Slot {
    sheet: Mutex<Option<Result<Sheet, String>>>,
    told: Condvar,
}

/// Somebody else's sheet, that may not be ready yet.
#[derive(Debug)]
pub(crate) struct Ticket(Arc<Slot>);

impl Store {
    /// Takes over what was decided in an earlier run.
    pub(crate) fn known(&self, key: Key, sheet: Sheet) {
        let slot = Slot {
            sheet: Mutex::new(Some(Ok(sheet))),
            told: Condvar::new(),
        };
        self.slots().insert(key, Arc::new(slot));
    }

    /// Whether the caller is the first who asks for this file, and has to decide it; and where the sheet will be found.
    /// Who is first must [`Ticket::tell`] before it waits for anybody.
    pub(crate) fn ask(&self, key: Key) -> (bool, Ticket) {
        let mut slots = self.slots();
        let known = slots.get(&key).cloned();
        let is_first = known.is_none();
        let slot = known.unwrap_or_else(|| Arc::clone(slots.entry(key).or_default()));
        (is_first, Ticket(slot))
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<Key, Arc<Slot>>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ticket {
    /// Tells all who wait.
    pub(crate) fn tell(&self, sheet: Result<Sheet, String>) {
        *self.0.lock() = Some(sheet);
        self.0.told.notify_all();
    }

    /// The sheet, or why nobody could decide it.
    pub(crate) fn wait(self) -> Result<Sheet, String> {
        let mut sheet = self.0.lock();
        loop {
            if let Some(sheet) = &*sheet {
                return sheet.clone();
            }
            sheet = self
                .0
                .told
                .wait(sheet)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Slot {
    fn lock(&self) -> MutexGuard<'_, Option<Result<Sheet, String>>> {
        self.sheet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    fn key(hash: &str) -> Key {
        ("locks/counter".parse().unwrap(), hash.to_owned())
    }

    #[test]
    fn the_first_decides_and_the_others_wait() {
        let store = Store::default();
        let (is_first, first) = store.ask(key("a"));
        let (is_also_first, second) = store.ask(key("a"));
        assert!(is_first && !is_also_first);
        assert!(store.ask(key("b")).0);
        thread::scope(|scope| {
            let waiting = scope.spawn(|| second.wait());
            first.tell(Ok(Sheet::not_started()));
            assert_eq!(waiting.join().unwrap(), Ok(Sheet::not_started()));
        });
        assert_eq!(store.ask(key("a")).1.wait(), Ok(Sheet::not_started()));
    }
}
