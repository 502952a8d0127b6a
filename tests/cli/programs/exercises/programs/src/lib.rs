//! Exercises whose tests start other programs; nothing of it is modelled.

#[cfg_attr(feature = "solution", path = "../../../solutions/programs/alive.rs")]
pub mod alive;
#[cfg_attr(feature = "solution", path = "../../../solutions/programs/hired.rs")]
pub mod hired;
#[cfg_attr(feature = "solution", path = "../../../solutions/programs/own.rs")]
pub mod own;
