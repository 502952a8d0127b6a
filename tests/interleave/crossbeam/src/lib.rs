//! What modelled code sees under the name `crossbeam`.
//!
//! Channels with [`select!`], scoped threads, work-stealing deques, queues and the utilities, on the explorer: every
//! operation is a step. Errors, [`deque::Steal`] and [`utils::CachePadded`] are the real ones. `crossbeam::epoch` and
//! `atomic::AtomicCell` are not modelled: their use does not compile. Take the atomics of `std` and `Arc` instead.

pub mod channel;
pub mod deque;
pub mod queue;
mod select_macro;
pub mod sync;
pub mod thread;
pub mod utils;

pub use thread::scope;

#[doc(hidden)]
pub use channel::{Case as __Case, choose as __select};
