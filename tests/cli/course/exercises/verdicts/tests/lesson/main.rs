//! The tests of the lesson, in the order of the learner's path.

mod crashed;
mod deadlock;
mod does_not_compile;
mod leak;
mod livelock;
mod not_started;
mod race;
mod serial;
mod solved;
mod timed_out;
mod wrong_result;
