//! The tests of the lesson.
