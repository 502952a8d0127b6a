//! The tests of the lesson, in the order of the learner's path.

mod alive;
mod hired;
mod own;
mod words;
