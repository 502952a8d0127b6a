//! `cargo xtask bench`: measures on this machine what the lessons and the guide say.

pub(crate) mod gil;
#[cfg(feature = "grader")]
pub(crate) mod grade;
#[cfg(not(feature = "grader"))]
pub(crate) use super::lean::speed as grade;
