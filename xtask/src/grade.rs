//! Grades a class: every submission decided like a learner's own file, in a sandbox, with reports that other tools read.

// The parts come together one after the other.
#![allow(dead_code)]

pub(crate) mod intake;
pub(crate) mod record;
pub(crate) mod similarity;
