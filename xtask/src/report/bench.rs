//! What was measured, as pictures.

pub(crate) mod gil;
pub(crate) mod grade;
