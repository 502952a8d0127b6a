//! The schedule that a learner reads: who did what, in which order, and how it ended.
//!
//! A failing exercise is explained by its shortest failing schedule. This module is the whole way from recorded facts to
//! text: [`Schedule`] holds the facts, [`names`] finds the learner's own words for the objects, [`explain`] says what went
//! wrong where that is certain, and [`Schedule::render`] lays everything out for a terminal. Nothing here knows the engine.

mod action;
mod columns;
mod data;
mod ending;
pub mod explain;
mod layout;
mod lines;
pub mod names;
mod render;
mod rows;
pub mod source;
mod style;
mod text;
mod width;

pub use action::{Action, Mode, Received, Sent, WakeUp};
pub use data::{End, Hold, Object, Place, Schedule, Step, Thread, Waits};
pub use style::Style;
