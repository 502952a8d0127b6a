//! # Map and reduce: the whole library, word by word
//!
//! The publisher wants to know how often each word stands in the great cookbook. The book is cut into parts. Several
//! readers, each a process of its own, get one part after the other and send back what they have counted (that is the
//! map). The head adds it all up (that is the reduce). Now and then a reader falls ill over a part. Then somebody else
//! reads that part from its beginning, and what the ill one had already sent does not count.
//!
//! **In Python** `Pool.map` waits for ever when a worker process is killed; `ProcessPoolExecutor` gives up everything with
//! `BrokenProcessPool`. Neither does the lost part again. For that one must know who had which part.
//!
//! **Your task**
//! 1. `words`: how often each word stands in a part. A word is a run of letters, in small letters.
//! 2. `Parts`: hands out the parts. Who comes while the last ones are in the hands of others waits: one may come back.
//!    `None` means that every part has been counted, and nobody need wait any more.
//! 3. `count`: starts `workers` processes of `program`, without arguments. Each gets a part as a line on its standard
//!    input, and answers with a line for each word, such as `salt 3`, and an empty line at the end. Then it gets the next.
//!    A worker ends when its input ends. All workers work at the same time.
//! 4. A worker that dies, or whose answer cannot be read, gets no other part, and its part goes back. If all have died
//!    before all is counted, that is an error. In any case no process is left.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// How often each word was seen.
pub type Counts = BTreeMap<String, u64>;

/// How often each word stands in the part.
pub fn words(part: &str) -> Counts {
    // TODO 1: split at everything that is no letter.
    todo!("count the words of {part:?}")
}

/// The parts of a text, and what has been counted in them.
pub struct Parts {
    /// All parts.
    parts: Vec<String>,
}

impl Parts {
    /// Nothing has been handed out yet.
    pub fn new(parts: Vec<String>) -> Parts {
        Parts { parts }
    }

    /// A part that nobody has, with its number. Waits while others have all that are not counted yet; `None` when all are
    /// counted.
    pub fn take(&self) -> Option<(usize, String)> {
        // TODO 2: what wakes who waits here?
        todo!("hand out one of {} parts", self.parts.len())
    }

    /// The part of that number is counted.
    pub fn done(&self, number: usize, counts: Counts) {
        // TODO 2: was it the last one?
        todo!("keep {counts:?} for part {number}")
    }

    /// Whoever had the part of that number has died.
    pub fn back(&self, number: usize) {
        // TODO 2: who may be waiting for it?
        todo!("take part {number} back")
    }

    /// The sum over all parts; `None` when a part has not been counted.
    pub fn total(self) -> Option<Counts> {
        // TODO 2: reduce.
        todo!("add up {} parts", self.parts.len())
    }
}

/// Counts the words of the parts with `workers` processes of the program.
///
/// # Errors
///
/// When the program cannot be started, or all workers have died before all was counted.
pub fn count(program: &Path, parts: Vec<String>, workers: usize) -> io::Result<Counts> {
    // TODO 3: who feeds each worker, and hears it?
    // TODO 4: how do you notice that a worker has died?
    todo!(
        "count {} parts with {workers} times {}",
        parts.len(),
        program.display()
    )
}
