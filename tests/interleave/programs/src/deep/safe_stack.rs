//! `SafeStack` (Vyukov; `misc.safestack` of SCTBench): a stack that tries to escape ABA. A pop first takes the node's
//! `next` away, so that a second pop of the same node finds nothing to go on with, and it gives up when a single node
//! is left.
//!
//! It is not enough, but it hides the bug well: in this form a failing schedule needs three threads and seven
//! preemptions (the fewest over all states of the program), and one random schedule in a million shows it. SCTBench's
//! checkers did not find it either. The twin has a version beside the head's index.

use std::hint::spin_loop;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use super::node_pool::{FreeNodes, use_nodes};

const NODES: usize = 3;
/// The index that ends the list.
const END: usize = 0xfe;
/// In place of a `next` that a pop has taken away.
const TAKEN: usize = 0xff;

/// A head is an index in the low byte, and a version above it.
struct SafeStack {
    head: AtomicUsize,
    /// Nodes on the stack; counted after the push and after the pop, so it may lag behind.
    count: AtomicUsize,
    next: [AtomicUsize; NODES],
    /// What a change of the head adds to its version: 0x100, or the bug: 0.
    step: usize,
}

impl SafeStack {
    fn new(step: usize) -> Self {
        let next = |node| AtomicUsize::new(if node + 1 < NODES { node + 1 } else { END });
        Self {
            head: AtomicUsize::new(0),
            count: AtomicUsize::new(NODES),
            next: std::array::from_fn(next),
            step,
        }
    }

    fn swap_head(&self, head: usize, node: usize) -> Result<usize, usize> {
        let new = ((head & !0xff) + self.step) | node;
        self.head.compare_exchange(head, new, SeqCst, SeqCst)
    }
}

impl FreeNodes for SafeStack {
    fn pop(&self) -> Option<usize> {
        while self.count.load(SeqCst) > 1 {
            let head = self.head.load(SeqCst);
            let node = head & 0xff;
            if node == END {
                // The count lags behind: others have taken all the nodes and not counted them yet.
                spin_loop();
                continue;
            }
            let below = self.next[node].swap(TAKEN, SeqCst);
            if below == TAKEN {
                spin_loop();
                continue;
            }
            if self.swap_head(head, below).is_ok() {
                self.count.fetch_sub(1, SeqCst);
                return Some(node);
            }
            self.next[node].swap(below, SeqCst);
        }
        None
    }

    fn push(&self, node: usize) {
        let mut head = self.head.load(SeqCst);
        loop {
            self.next[node].store(head & 0xff, SeqCst);
            match self.swap_head(head, node) {
                Ok(_) => break,
                Err(seen) => head = seen,
            }
        }
        self.count.fetch_add(1, SeqCst);
    }
}

/// Outcomes: `()`, and a failed assertion where two threads own one node.
pub fn wrong() {
    use_nodes::<3>(SafeStack::new(0), NODES, 2);
}

/// Outcomes: `()`.
pub fn right() {
    use_nodes::<3>(SafeStack::new(0x100), NODES, 2);
}
