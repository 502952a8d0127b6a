//! What a class has come to: pages to read, tables and files for the tools of a school.
//!
//! All text that comes from a submission, be it a name, a message or a schedule, is hostile until [`text`] has made it
//! visible and the format's own writer has escaped it.

pub(crate) mod class;
pub(crate) mod gradescope;
pub(crate) mod html;
pub(crate) mod junit;
pub(crate) mod mark;
pub(crate) mod names;
pub(crate) mod notes;
#[cfg(test)]
pub(crate) mod samples;
pub(crate) mod show;
pub(crate) mod tables;
pub(crate) mod text;
