//! Claims about what modelled code sees as `rayon`.
//!
//! The bodies are compiled twice: once with the real crates, once with the model's. The real run gives one of the results
//! that the model says are possible.

mod iterators;
mod on_model;
mod on_real;
mod pools;
mod support;
