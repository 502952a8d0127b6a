//! Identical files are decided once: whoever comes second waits for the sheet of the first.
//!
//! A sheet is here until it is in the journal. From then on it is read from there, so what this takes is a hash and a
//! place for each distinct file of a class.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use hmac_sha256::Hash;

use super::lines::Place;
use super::sheet::Sheet;
use crate::course::Id;

/// Stands for an exercise and the text that was handed in for it: the rest that a verdict depends on is the same all
/// through a grading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key([u8; 32]);

impl Key {
    /// Of a text with that SHA-256.
    pub(crate) fn of(exercise: &Id, sha256: &str) -> Self {
        Self(Hash::hash(format!("{exercise} {sha256}").as_bytes()))
    }
}

/// What is decided so far.
#[derive(Debug, Default)]
pub(crate) struct Store {
    slots: Mutex<HashMap<Key, Slot>>,
}

#[derive(Debug)]
enum Slot {
    /// Somebody decides it, or has just done so.
    Open(Arc<Told>),
    /// It is in that row of the journal.
    Kept(Place),
}

/// One file's sheet, or why there is none.
#[derive(Debug, Default)]
struct Told {
    sheet: Mutex<Option<Result<Sheet, String>>>,
    told: Condvar,
}

/// Where a sheet is found.
#[derive(Debug)]
pub(crate) enum Asked {
    /// The caller is the first who asks for this file: it has to decide it, and must [`Ticket::tell`] before it waits
    /// for anybody.
    First(Ticket),
    /// Somebody else decides it.
    Waits(Ticket),
    /// In that row of the journal.
    Kept(Place),
}

/// A sheet that may not be ready yet.
#[derive(Debug)]
pub(crate) struct Ticket(Arc<Told>);

impl Store {
    /// The sheet is in that row of the journal.
    pub(crate) fn keep(&self, key: Key, place: Place) {
        self.slots().insert(key, Slot::Kept(place));
    }

    /// Whether somebody has asked for this file before.
    pub(crate) fn knows(&self, key: &Key) -> bool {
        self.slots().contains_key(key)
    }

    /// Where the sheet of this file will be found.
    pub(crate) fn ask(&self, key: Key) -> Asked {
        let mut slots = self.slots();
        match slots.get(&key) {
            Some(Slot::Kept(place)) => Asked::Kept(*place),
            Some(Slot::Open(told)) => Asked::Waits(Ticket(Arc::clone(told))),
            None => {
                let told = Arc::<Told>::default();
                slots.insert(key, Slot::Open(Arc::clone(&told)));
                Asked::First(Ticket(told))
            }
        }
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<Key, Slot>> {
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

impl Told {
    fn lock(&self) -> MutexGuard<'_, Option<Result<Sheet, String>>> {
        self.sheet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    fn key(hash: &str) -> Key {
        Key::of(&"locks/counter".parse().unwrap(), hash)
    }

    #[test]
    fn the_first_decides_and_the_others_wait() {
        let store = Store::default();
        let (Asked::First(first), Asked::Waits(second)) =
            (store.ask(key("a")), store.ask(key("a")))
        else {
            panic!("the second is not the first");
        };
        assert!(matches!(store.ask(key("b")), Asked::First(_)));
        thread::scope(|scope| {
            let waiting = scope.spawn(|| second.wait());
            first.tell(Ok(Sheet::not_started()));
            assert_eq!(waiting.join().unwrap(), Ok(Sheet::not_started()));
        });
    }

    #[test]
    fn what_is_in_the_journal_is_not_in_memory() {
        let store = Store::default();
        let place = Place::new(7, 9);
        let Asked::First(first) = store.ask(key("a")) else {
            panic!("nobody has asked before");
        };
        first.tell(Ok(Sheet::not_started()));
        store.keep(key("a"), place);
        assert!(matches!(store.ask(key("a")), Asked::Kept(kept) if kept == place));
        assert_eq!(Arc::strong_count(&first.0), 1);
    }
}
