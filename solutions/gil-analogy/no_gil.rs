//! # No Gil: a pencil for each list
//!
//! Many lists hang on the kitchen's wall. Until today there was one pencil for all of them, so one cook wrote and all the
//! others stood about. From now on a pencil hangs beside each list, and who has it may read and write that list. To write
//! one list at the end of another takes two pencils. And while ann has the first and reaches for the second, bob has the
//! second and reaches for the first.

use std::sync::{Mutex, MutexGuard};

/// One step of the interpreter. Objects are lists here, and are known by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    /// `to.append(item)`
    Append {
        /// The list that grows.
        to: usize,
        /// What it gets.
        item: u64,
    },
    /// `to.extend(from)`: `to` gets all the items of `from` at its end. The two may be the same list.
    Extend {
        /// The list that grows.
        to: usize,
        /// The list that is read.
        from: usize,
    },
    /// `a[:], b[:] = b[:], a[:]`: the two lists exchange all their items. They may be the same list.
    Swap {
        /// One list.
        a: usize,
        /// The other one.
        b: usize,
    },
}

/// An interpreter whose objects are shared by threads.
pub struct Interpreter {
    /// Each lock protects one list.
    lists: Vec<Mutex<Vec<u64>>>,
}

impl Interpreter {
    /// An interpreter with these lists: the first is number 0, the second number 1, and so on.
    pub fn new(lists: Vec<Vec<u64>>) -> Interpreter {
        Interpreter {
            lists: lists.into_iter().map(Mutex::new).collect(),
        }
    }

    /// Executes one bytecode. Calls `cooking` once, when no other bytecode can touch its lists and before it changes them.
    ///
    /// # Panics
    ///
    /// When there is no list of that number.
    pub fn execute(&self, bytecode: Bytecode, cooking: impl FnOnce()) {
        match bytecode {
            Bytecode::Append { to, item } => {
                let mut to = self.lists[to].lock().unwrap();
                cooking();
                to.push(item);
            }
            // One lock, not two: a second one on the same list would wait for this thread itself.
            Bytecode::Extend { to, from } if to == from => {
                let mut list = self.lists[to].lock().unwrap();
                cooking();
                let items = list.clone();
                list.extend(items);
            }
            Bytecode::Extend { to, from } => {
                let [mut to, from] = self.both(to, from);
                cooking();
                to.extend(from.iter());
            }
            Bytecode::Swap { a, b } if a == b => {
                let _list = self.lists[a].lock().unwrap();
                cooking();
            }
            Bytecode::Swap { a, b } => {
                let [mut a, mut b] = self.both(a, b);
                cooking();
                std::mem::swap(&mut *a, &mut *b);
            }
        }
    }

    /// Locks two different lists. Gives them back in the order in which they were asked for.
    fn both(&self, a: usize, b: usize) -> [MutexGuard<'_, Vec<u64>>; 2] {
        // The decisive lines: whatever the bytecode asks for first, the smaller number is locked first. So of those who
        // wait somebody has the largest number that is locked, and waits for nobody who waits. CPython goes by addresses.
        let first = self.lists[a.min(b)].lock().unwrap();
        let second = self.lists[a.max(b)].lock().unwrap();
        if a < b {
            [first, second]
        } else {
            [second, first]
        }
    }

    /// All the lists at one moment.
    pub fn look(&self) -> Vec<Vec<u64>> {
        // All the guards are held until the last list is copied. CPython stops all threads for such a thing.
        let lists: Vec<_> = self.lists.iter().map(|l| l.lock().unwrap()).collect();
        lists.iter().map(|list| list.to_vec()).collect()
    }
}

// Wrong turns
// - the Gil by another name: one lock around all the lists (wrong/the_gil_again.rs is serial).
// - `to` first, then `from`: two that go both ways wait for each other (wrong/to_then_from.rs).
// - no case for a list and itself: the thread waits for itself (wrong/forgets_itself.rs).
// - a copy under one lock, written under the other: meanwhile the list has changed (wrong/one_lock_at_a_time.rs).
// - looking at one list after the other: a swap comes in between (wrong/looks_one_by_one.rs).
