//! What modelled code sees under the name `crossbeam`.
//!
//! Channels with [`select!`], scoped threads, work-stealing deques, queues and the utilities, on the explorer: every
//! operation is a step. Errors, [`deque::Steal`] and [`utils::CachePadded`] are the real ones.
//!
//! Not modelled; their use does not compile:
//!
//! | absent | instead |
//! | --- | --- |
//! | `channel::Select::new_biased` | `Select::new`, whose every ready operation is explored |
//! | `select_biased!` | [`select!`], whose every ready arm is explored |
//! | a `send` into `bounded(0)` within [`select!`] (panics) | `bounded(1)`, or a send outside |
//! | `epoch` | `Arc`, or indices into a `Vec` that is not shrunk |
//! | `atomic::AtomicCell`, `AtomicConsume` | the atomics of `std`, a `Mutex` |
//! | `thread::ScopedThreadBuilder` | `std::thread::Builder::spawn_scoped` |

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
