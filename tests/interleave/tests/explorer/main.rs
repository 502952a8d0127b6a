//! The explorer against what is known: plain search, another model checker, programs with known outcomes, bugs that
//! others collected.

mod deep;
mod dice;
mod litmus;
mod measured;
mod random;
mod repeatable;
mod sct;
mod wake_ups;
