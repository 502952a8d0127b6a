//! A Treiber stack of free nodes, with the classic ABA bug.
//!
//! | thread 1 | thread 2 | thread 3 | stack |
//! | --- | --- | --- | --- |
//! | reads head 0, its next 1 | | | 0 1 2 |
//! | | pops 0 | | 1 2 |
//! | | | pops 1 | 2 |
//! | | pushes 0 | | 0 2 |
//! | swaps head 0 for 1 | | | **1** 2 |
//!
//! Node 1 is on the stack now, although thread 3 still owns it; for the bug to show, one more thread must take it and
//! mark it while thread 3 looks at its own mark. That takes five preemptions, the fewest over all states of the
//! program: two more than the table, for thread 3 must stop in the middle of its use, and go on in the middle of
//! another's. One schedule in 500 shows it when each step is chosen with equal chances. The remedy is a version beside the index: the head
//! that thread 1 has read is then not the head that it finds.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use super::node_pool::{FreeNodes, use_nodes};

const NODES: usize = 3;
/// The index that ends the list.
const END: usize = 0xff;

/// A head is an index in the low byte, and a version above it.
struct Stack {
    head: AtomicUsize,
    next: [AtomicUsize; NODES],
    /// What a change of the head adds to its version: 0x100, or the bug: 0.
    step: usize,
}

impl Stack {
    fn new(step: usize) -> Self {
        let next = |node| AtomicUsize::new(if node + 1 < NODES { node + 1 } else { END });
        Self {
            head: AtomicUsize::new(0),
            next: std::array::from_fn(next),
            step,
        }
    }

    fn successor(&self, head: usize, node: usize) -> usize {
        ((head & !END) + self.step) | node
    }
}

impl FreeNodes for Stack {
    fn pop(&self) -> Option<usize> {
        let mut head = self.head.load(SeqCst);
        while head & END != END {
            let node = head & END;
            let below = self.next[node].load(SeqCst);
            let new = self.successor(head, below);
            match self.head.compare_exchange(head, new, SeqCst, SeqCst) {
                Ok(_) => return Some(node),
                Err(seen) => head = seen,
            }
        }
        None
    }

    fn push(&self, node: usize) {
        let mut head = self.head.load(SeqCst);
        loop {
            self.next[node].store(head & END, SeqCst);
            let new = self.successor(head, node);
            match self.head.compare_exchange(head, new, SeqCst, SeqCst) {
                Ok(_) => return,
                Err(seen) => head = seen,
            }
        }
    }
}

/// Outcomes: `()`, and a failed assertion where a node is taken while another thread owns it.
pub fn wrong() {
    use_nodes::<3>(Stack::new(0), NODES, 2);
}

/// Outcomes: `()`.
pub fn right() {
    use_nodes::<3>(Stack::new(END + 1), NODES, 2);
}
