//! Plain `std` programs that the explorer is measured and tested on.
//!
//! Every program is ordinary code: nothing in it knows that `std` is the explorer's. They come in three groups:
//! the small ones that the benches measure (this level), the bugs that others collected ([`sct`]), and bugs so deep
//! in programs so large that only sampling can reach them ([`deep`]). [`catalogue()`] lists all of the first group,
//! [`sct::ALL`] and [`deep::ALL`] the others.
//!
//! Atomics are `SeqCst` where nothing else is said, so that the programs mean what their authors meant:
//! interleavings, not weak memory.

mod barrier;
mod buffer;
mod cache;
mod catalogue;
pub mod deep;
mod fetch_add;
mod locked;
mod philosophers;
mod pipeline;
mod pool;
mod racy;
pub mod sct;
mod threads;
mod treiber;

pub use barrier::barrier_rounds;
pub use buffer::buffer;
pub use cache::rwcache;
pub use catalogue::{Program, catalogue};
pub use fetch_add::fetch_add;
pub use locked::locked;
pub use philosophers::philosophers;
pub use pipeline::pipeline;
pub use pool::pool;
pub use racy::racy;
pub use treiber::treiber;
