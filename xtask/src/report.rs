//! What the screen says. Everything here is pure: data in, text out, so that tests hold it as snapshots.

pub(crate) mod bar;
pub(crate) mod bench;
pub(crate) mod check;
pub(crate) mod error;
pub(crate) mod finding;
#[cfg(feature = "grader")]
pub(crate) mod grade;
pub(crate) mod hint;
pub(crate) mod list;
pub(crate) mod next;
pub(crate) mod page;
pub(crate) mod reset;
pub(crate) mod solution;
pub(crate) mod stage;
pub(crate) mod style;
pub(crate) mod words;
