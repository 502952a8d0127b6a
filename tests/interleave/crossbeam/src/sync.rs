//! Waiting: for a group of threads, for a token, for readers and writers.

mod parker;
mod wait_group;

pub use parker::{Parker, Unparker};
pub use wait_group::WaitGroup;

/// A readers-writer lock. Sharding is for speed only, so that of `std` does.
pub use interleave_std::sync::RwLock as ShardedLock;
pub use interleave_std::sync::RwLockReadGuard as ShardedLockReadGuard;
pub use interleave_std::sync::RwLockWriteGuard as ShardedLockWriteGuard;
