//! Has no code: its `Cargo.toml` gives the crates that the runner and the lessons' tests share one set of features, so
//! that a learner's first build compiles each of them once.
