//! What modelled code sees under the name `rayon`.
//!
//! Work that rayon may do at the same time is done by model threads, never more at once than the pool has. A parallel
//! iterator is cut into as many even runs as the pool has threads (rayon cuts finer and adapts); a `join` or `spawn` that
//! finds no idle thread is done later by the thread that made it or by one that has finished. The pool has two threads
//! unless a builder says otherwise.

pub mod iter;
mod join;
mod pool;
pub mod prelude;
mod scope;
pub mod slice;
mod thread_pool;

pub use join::join;
pub use pool::{current_num_threads, current_thread_index};
pub use scope::{Scope, scope};
pub use thread_pool::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder, spawn};
