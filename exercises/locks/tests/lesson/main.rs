//! The tests of lesson `locks`, in the order of the learner's path.
