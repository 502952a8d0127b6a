//! A class with hostile company, graded over the real course: every hostile submission is reported as it must be, and
//! nothing is changed but the reports. And a class whose programs do something else every time gets the same grades again.
//!
//! The programs stand in `tests/submissions/hostile`, each with its verdict on line 1. They do what they say on a machine
//! without a sandbox: never run one by hand. What they come in is made by `packaging.rs` when the tests run.

mod archives;
mod class;
mod grader;
mod packaging;
mod programs;
mod repeated;
mod reported;
mod surroundings;
mod untouched;
