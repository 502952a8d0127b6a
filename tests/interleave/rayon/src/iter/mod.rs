//! Parallel iterators: an input that is cut into runs, and what is done with each item.
//!
//! An iterator is cut by the lengths of its *input*; a filter has fewer items than that. Every run is a plain iterator
//! that one thread of the pool goes through.

mod adaptors;
mod collect;
mod drive;
mod fold;
mod indexed;
mod parallel;
mod source;
mod states;

pub use adaptors::{Filter, FilterMap, Inspect, Map};
pub use collect::{FromParallelIterator, ParallelExtend};
pub use fold::Fold;
pub use indexed::{Enumerate, IndexedParallelIterator, MinLen, Zip};
pub use parallel::ParallelIterator;
pub use source::{
    IntoParallelIterator, IntoParallelRefIterator, IntoParallelRefMutIterator, Items,
};
pub use states::{Cloned, Copied, FlatMapIter, MapInit};
