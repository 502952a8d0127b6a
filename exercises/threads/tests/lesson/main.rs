//! The tests of lesson `threads`, in the order of the learner's path.
