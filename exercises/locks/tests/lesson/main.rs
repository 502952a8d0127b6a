//! The tests of lesson `locks`, in the order of the learner's path.

mod barrier;
mod bounded_buffer;
mod counter;
mod once;
mod philosophers;
mod poison;
mod publish;
