//! # No Gil: a pencil for each list
//!
//! Many lists hang on the kitchen's wall. Until today there was one pencil for all of them, so one cook wrote and all the
//! others stood about. From now on a pencil hangs beside each list, and who has it may read and write that list. To write
//! one list at the end of another takes two pencils. And while ann has the first and reaches for the second, bob has the
//! second and reaches for the first.
//!
//! **In Python** 3.13 and later there is a build without the GIL (PEP 703). Each object has a lock of its own there:
//! `a.append(x)` locks `a`, and `a.extend(b)` locks both, in the order of their addresses. Programs do not see it. In Rust a
//! `Mutex` around each object is how one would write it in the first place.
//!
//! **Your task:** the interpreter below is right, and it has a Gil. Take it away.
//! 1. Give each list a lock of its own. Two bytecodes that have no list in common can be under way at the same time.
//! 2. A bytecode still happens as one step: nobody sees it half done, and none is lost. It calls `cooking` once, with all
//!    that it needs in hand, before it changes anything.
//! 3. Any bytecodes at the same time come to an end: `Extend` and `Swap` both ways too, and of a list with itself.
//! 4. `look`: all the lists as they are at one moment.
//!
//! **Leave alone:** the signatures, `Bytecode`, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::Mutex;

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
    /// The Gil: one lock, and it protects all the lists.
    gil: Mutex<Vec<Vec<u64>>>,
}

impl Interpreter {
    /// An interpreter with these lists: the first is number 0, the second number 1, and so on.
    pub fn new(lists: Vec<Vec<u64>>) -> Interpreter {
        // TODO 1: which lock protects what?
        Interpreter {
            gil: Mutex::new(lists),
        }
    }

    /// Executes one bytecode. Calls `cooking` once, when no other bytecode can touch its lists and before it changes them.
    ///
    /// # Panics
    ///
    /// When there is no list of that number.
    pub fn execute(&self, bytecode: Bytecode, cooking: impl FnOnce()) {
        // TODO 2 and 3: take no more locks than the bytecode needs. In which order?
        let mut lists = self.gil.lock().unwrap();
        cooking();
        match bytecode {
            Bytecode::Append { to, item } => lists[to].push(item),
            Bytecode::Extend { to, from } => {
                let items = lists[from].clone();
                lists[to].extend(items);
            }
            Bytecode::Swap { a, b } => lists.swap(a, b),
        }
    }

    /// All the lists at one moment.
    pub fn look(&self) -> Vec<Vec<u64>> {
        // TODO 4: a look at one list after the other is not one moment.
        self.gil.lock().unwrap().clone()
    }
}
