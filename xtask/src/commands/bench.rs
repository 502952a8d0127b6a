//! `cargo xtask bench`: measures on this machine what the lessons and the guide say.

pub(crate) mod gil;
pub(crate) mod grade;
