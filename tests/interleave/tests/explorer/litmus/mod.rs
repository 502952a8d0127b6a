//! Weak memory: litmus tests with known answers, and random ones against the model's axioms and loom.

mod axioms;
mod candidates;
mod event;
mod machine;
mod named;
mod program;
mod random;
