//! Lesson `gil-analogy`: build the lock that an interpreter lives under, and take it away again.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/cloned_kitchens.rs"
)]
pub mod cloned_kitchens;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/gil_is_not_a_lock.rs"
)]
pub mod gil_is_not_a_lock;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/no_gil.rs"
)]
pub mod no_gil;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/no_speedup.rs"
)]
pub mod no_speedup;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/one_stove.rs"
)]
pub mod one_stove;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/refcount.rs"
)]
pub mod refcount;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/right_tool.rs"
)]
pub mod right_tool;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/switch_interval.rs"
)]
pub mod switch_interval;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/gil-analogy/waiting_lets_go.rs"
)]
pub mod waiting_lets_go;
