//! The real collections, but `HashMap` and `HashSet` hash the same way in every execution.
//!
//! A random hash would let the order of iteration, and with it the program, differ from one execution to the next.
//! [`HashMap`] and [`HashSet`] are wrappers that dereference to the real types; an explicit
//! `hash_map::RandomState` stays random, and the explorer then reports a body that is not deterministic.

pub use ::std::collections::*;

mod map;
mod set;

pub use map::HashMap;
pub use set::HashSet;

/// The hasher's state: no keys, so it is the same each time.
pub type FixedState = ::std::hash::BuildHasherDefault<::std::hash::DefaultHasher>;

/// `std::collections::hash_map` with the model's map.
pub mod hash_map {
    pub use super::HashMap;
    pub use ::std::collections::hash_map::*;
}

/// `std::collections::hash_set` with the model's set.
pub mod hash_set {
    pub use super::HashSet;
    pub use ::std::collections::hash_set::*;
}
