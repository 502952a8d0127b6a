//! A Treiber stack (Treiber 1986): a linked list whose head is swapped in one step.
#![allow(unsafe_code)] // nodes are raw pointers here, as in every textbook

use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicPtr,
    Ordering::{AcqRel, Acquire, Relaxed},
};
use std::thread;

use crate::threads::join_all;

struct Node {
    value: u64,
    next: *mut Node,
}

struct Stack {
    head: AtomicPtr<Node>,
}

impl Stack {
    fn push(&self, value: u64) {
        let node = Box::into_raw(Box::new(Node {
            value,
            next: ptr::null_mut(),
        }));
        let mut head = self.head.load(Relaxed);
        loop {
            // SAFETY: `node` comes from a box that nobody else has seen yet.
            unsafe { (*node).next = head };
            match self.head.compare_exchange_weak(head, node, AcqRel, Relaxed) {
                Ok(_) => return,
                Err(seen) => head = seen,
            }
        }
    }

    /// The node is leaked: no node is freed or used again, so neither a dangling pointer nor ABA can be.
    fn pop(&self) -> Option<u64> {
        let mut head = self.head.load(Acquire);
        while !head.is_null() {
            // SAFETY: a node that was once the head is never freed and not written to any more, and what it holds
            // is visible: it was published by a release and read by an acquire.
            let Node { value, next } = unsafe { &*head };
            match self
                .head
                .compare_exchange_weak(head, *next, AcqRel, Acquire)
            {
                Ok(_) => return Some(*value),
                Err(seen) => head = seen,
            }
        }
        None
    }
}

/// `threads` threads push and pop `each` times; returns the sum of what was popped.
///
/// Outcomes: the sum of what was pushed (10 × thread + 1, + 2, …): each pop finds a value, nothing is popped twice.
pub fn treiber(threads: usize, each: u64) -> u64 {
    let stack = Arc::new(Stack {
        head: AtomicPtr::new(ptr::null_mut()),
    });
    let handles = (0..threads)
        .map(|thread| {
            let stack = Arc::clone(&stack);
            thread::spawn(move || {
                let mut popped = 0;
                for i in 0..each {
                    stack.push(thread as u64 * 10 + i + 1);
                    popped += stack.pop().unwrap_or(0);
                }
                popped
            })
        })
        .collect();
    join_all(handles).into_iter().sum()
}
