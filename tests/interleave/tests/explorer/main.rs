//! The explorer against what is known: other searches, another model checker, bugs that others collected.

mod dice;
mod random;
