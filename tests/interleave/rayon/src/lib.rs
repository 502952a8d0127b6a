//! What modelled code sees under the name `rayon`.
//!
//! Work that rayon may do at the same time is done by model threads, never more at once than the pool has. A parallel
//! iterator is cut into as many even runs as the pool has threads (rayon cuts finer and adapts); a `join` or `spawn` that
//! finds no idle thread is done later by the thread that made it or by one that has finished. The pool has two threads
//! unless a builder says otherwise.
//!
//! Not modelled; their use does not compile: the adaptors `rev`, `chain`, `par_bridge`, `flat_map`, `take`, `skip`,
//! `step_by`, `chunks`, `panic_fuse`; the consumers `try_for_each`, `try_reduce`, `try_fold`, `unzip`, `position_any`;
//! `broadcast`, `scope_fifo` and `spawn_fifo`; the traits for iterators of one's own (`plumbing`). Most have a
//! sequential twin that gives the same result before or after the parallel part.

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
