//! Lock-free queues, each operation one step.

use interleave_std::__Stepped as Stepped;
use std::collections::VecDeque;
use std::fmt;

/// A queue with a bound.
pub struct ArrayQueue<T> {
    items: Stepped<VecDeque<T>>,
    capacity: usize,
}

impl<T> ArrayQueue<T> {
    /// An empty queue for at most `capacity` items.
    ///
    /// # Panics
    /// If `capacity` is zero.
    #[track_caller]
    pub fn new(capacity: usize) -> ArrayQueue<T> {
        assert!(capacity > 0, "capacity must be non-zero");
        ArrayQueue {
            items: Stepped::new(VecDeque::new()),
            capacity,
        }
    }

    /// Adds an item.
    ///
    /// # Errors
    /// With the item, if the queue is full.
    #[track_caller]
    pub fn push(&self, item: T) -> Result<(), T> {
        let capacity = self.capacity;
        self.items.step("push", |items| {
            if items.len() == capacity {
                return Err(item);
            }
            items.push_back(item);
            Ok(())
        })
    }

    /// Adds an item; a full queue loses its oldest, which is given back.
    #[track_caller]
    pub fn force_push(&self, item: T) -> Option<T> {
        let capacity = self.capacity;
        self.items.step("force_push", |items| {
            let oldest = if items.len() == capacity {
                items.pop_front()
            } else {
                None
            };
            items.push_back(item);
            oldest
        })
    }

    /// Takes the oldest item.
    #[track_caller]
    pub fn pop(&self) -> Option<T> {
        self.items.step("pop", VecDeque::pop_front)
    }

    /// The bound.
    pub fn capacity(&self) -> usize {
        self.capacity
    }

    /// Whether there is no item now.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether there is no room now.
    #[track_caller]
    pub fn is_full(&self) -> bool {
        self.len() == self.capacity
    }

    /// How many items there are now.
    #[track_caller]
    pub fn len(&self) -> usize {
        self.items.step("len", |items| items.len())
    }
}

impl<T> IntoIterator for ArrayQueue<T> {
    type Item = T;
    type IntoIter = std::collections::vec_deque::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.into_inner().into_iter()
    }
}

impl<T> fmt::Debug for ArrayQueue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("ArrayQueue { .. }")
    }
}

/// A queue without a bound.
pub struct SegQueue<T> {
    items: Stepped<VecDeque<T>>,
}

impl<T> SegQueue<T> {
    /// An empty queue.
    #[track_caller]
    pub const fn new() -> SegQueue<T> {
        SegQueue {
            items: Stepped::new(VecDeque::new()),
        }
    }

    /// Adds an item.
    #[track_caller]
    pub fn push(&self, item: T) {
        self.items.step("push", |items| items.push_back(item));
    }

    /// Takes the oldest item.
    #[track_caller]
    pub fn pop(&self) -> Option<T> {
        self.items.step("pop", VecDeque::pop_front)
    }

    /// Whether there is no item now.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many items there are now.
    #[track_caller]
    pub fn len(&self) -> usize {
        self.items.step("len", |items| items.len())
    }
}

impl<T> Default for SegQueue<T> {
    #[track_caller]
    fn default() -> Self {
        SegQueue::new()
    }
}

impl<T> IntoIterator for SegQueue<T> {
    type Item = T;
    type IntoIter = std::collections::vec_deque::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.into_inner().into_iter()
    }
}

impl<T> fmt::Debug for SegQueue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("SegQueue { .. }")
    }
}
