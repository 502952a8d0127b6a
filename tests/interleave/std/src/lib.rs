//! What modelled code sees under the name `std`.
//!
//! A manifest that renames this package to `std` compiles plain code against it: `use std::sync::Mutex` is then a lock
//! whose every operation is announced to the explorer. The rest of the real `std` is passed on.
//!
//! | replaced | what it does otherwise |
//! | --- | --- |
//! | [`sync`], [`thread`], [`thread_local!`], [`hint::spin_loop`], [`cell::UnsafeCell`] | every operation is a step that the explorer orders |
//! | [`time`], [`thread::sleep`] | virtual: looking at the clock costs a millisecond, sleeping moves it on, nobody waits |
//! | [`panic::catch_unwind`] and its kin | count panics by model thread |
//! | [`collections::HashMap`], [`collections::HashSet`] | iterate in the same order in every execution |
//! | [`fs::File`], [`fs::read`], [`fs::write`] and their kin | every access to a file's content and to its lock is a step |
//! | [`println!`] and its kin | write into the schedule that a finding shows |
//! | [`process::exit`], [`process::abort`] | panic: they would end the whole test run |
//!
//! Folders, sockets, child processes and the environment are the real ones. They work, and a call that blocks is one step
//! as long as it lasts; their orders are not explored, and results that change from one execution to the next are
//! reported as a body that is not deterministic. `Arc` and `Weak` are the real ones too: their counts are not explored.

pub use ::std::*;

pub mod cell;
pub mod collections;
pub mod fs;
pub mod hint;
pub mod panic;
pub mod prelude;
mod print;
pub mod process;
mod stepped;
pub mod sync;
pub mod thread;
pub mod time;

#[doc(hidden)]
pub use stepped::Stepped as __Stepped;

#[doc(hidden)]
pub use print::{Stream as __Stream, emit as __emit};
