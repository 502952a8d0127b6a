//! The sandbox of the grader from inside: a program that tries to leave it, one way a test, and programs that have to
//! work in it all the same.

mod ending;
mod holding;
mod limiting;
mod ordinary;
mod room;
mod turns;
mod working;
