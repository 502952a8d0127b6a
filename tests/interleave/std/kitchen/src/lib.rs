//! Odd but legal things that learners write, each of which must mean the same with the model's `std`.
//!
//! The package `kitchen-model` compiles these files with `std` and `core` renamed; nothing here knows.

pub mod closures;
pub mod derives;
pub mod formatting;
pub mod input;
pub mod macros;
pub mod paths;
pub mod statics;
