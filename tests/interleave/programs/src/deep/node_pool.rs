//! Threads that take nodes from a stack, use them alone, and put them back: what both stacks are tried with.
//!
//! Memory is an array of nodes named by index. The stack of free nodes is the allocator, so a node comes back under the
//! same name: ABA is as real here as with addresses.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use crate::threads::join_all;

/// What the failed assertion says.
pub(super) const SHOWS: &str = "two threads own one node";

/// A stack of free nodes.
pub(super) trait FreeNodes: Send + Sync + 'static {
    /// Takes a node, if one is to be had.
    fn pop(&self) -> Option<usize>;
    /// Puts a node back that the caller has taken.
    fn push(&self, node: usize);
}

/// `THREADS` threads take a node, mark it, look whether the mark is still theirs, and put it back, `rounds` times.
pub(super) fn use_nodes<const THREADS: usize>(free: impl FreeNodes, nodes: usize, rounds: usize) {
    let free = Arc::new(free);
    let owners: Arc<Vec<_>> = Arc::new((0..nodes).map(|_| AtomicUsize::new(0)).collect());
    let handles = (1..=THREADS)
        .map(|me| {
            let (free, owners) = (Arc::clone(&free), Arc::clone(&owners));
            thread::spawn(move || {
                for _ in 0..rounds {
                    let Some(node) = free.pop() else { continue };
                    owners[node].store(me, SeqCst);
                    assert!(owners[node].load(SeqCst) == me, "{SHOWS}");
                    free.push(node);
                }
            })
        })
        .collect();
    join_all(handles);
}
