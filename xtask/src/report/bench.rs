//! What was measured, as pictures.

pub(crate) mod gil;
#[cfg(feature = "grader")]
pub(crate) mod grade;
