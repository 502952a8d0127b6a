//! A counter.
