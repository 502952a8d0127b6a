//! Claims about what modelled code sees as `crossbeam`.
//!
//! The bodies are compiled twice: once with the real crates, once with the model's. The real run gives one of the results
//! that the model says are possible.

mod channels;
mod deques;
mod on_model;
mod on_real;
mod scopes;
mod selects;
mod support;
mod waiting;
