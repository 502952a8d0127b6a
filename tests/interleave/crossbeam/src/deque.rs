//! Work-stealing deques: the owner works at one end, thieves at the other.
//!
//! Each operation is one step. A thief that loses a race is told [`Steal::Retry`]; the real deques may say so at any
//! time, the model does within the budget for spurious failures.

use interleave_std::__Stepped as Stepped;
use std::cell::Cell;
use std::collections::VecDeque;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

pub use ::crossbeam::deque::Steal;

type Tasks<T> = Stepped<VecDeque<T>>;

/// At most this many tasks move in one batch, as in the real one.
const MAX_BATCH: usize = 32;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Flavor {
    Fifo,
    Lifo,
}

/// The owner's end. Not `Sync`: there is one owner.
pub struct Worker<T> {
    tasks: Arc<Tasks<T>>,
    flavor: Flavor,
    not_sync: PhantomData<Cell<()>>,
}

impl<T> Worker<T> {
    #[track_caller]
    fn new(flavor: Flavor) -> Worker<T> {
        let tasks = Arc::new(Stepped::new(VecDeque::new()));
        Worker {
            tasks,
            flavor,
            not_sync: PhantomData,
        }
    }

    /// A deque whose owner takes the oldest task.
    #[track_caller]
    pub fn new_fifo() -> Worker<T> {
        Worker::new(Flavor::Fifo)
    }

    /// A deque whose owner takes the newest task.
    #[track_caller]
    pub fn new_lifo() -> Worker<T> {
        Worker::new(Flavor::Lifo)
    }

    /// A thief's end. Thieves take the oldest task.
    pub fn stealer(&self) -> Stealer<T> {
        Stealer {
            tasks: self.tasks.clone(),
            flavor: self.flavor,
        }
    }

    /// Whether there is no task now.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many tasks there are now.
    #[track_caller]
    pub fn len(&self) -> usize {
        self.tasks.step("len", |tasks| tasks.len())
    }

    /// Adds a task.
    #[track_caller]
    pub fn push(&self, task: T) {
        self.tasks.step("push", |tasks| tasks.push_back(task));
    }

    /// Takes a task, from the end that the flavour says.
    #[track_caller]
    pub fn pop(&self) -> Option<T> {
        let flavor = self.flavor;
        self.tasks.step("pop", |tasks| match flavor {
            Flavor::Fifo => tasks.pop_front(),
            Flavor::Lifo => tasks.pop_back(),
        })
    }
}

impl<T> fmt::Debug for Worker<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Worker { .. }")
    }
}

/// A thief's end. Clones steal from the same deque.
pub struct Stealer<T> {
    tasks: Arc<Tasks<T>>,
    flavor: Flavor,
}

impl<T> Stealer<T> {
    /// Whether there is no task now.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many tasks there are now.
    #[track_caller]
    pub fn len(&self) -> usize {
        self.tasks.step("len", |tasks| tasks.len())
    }

    /// Takes the oldest task.
    #[track_caller]
    pub fn steal(&self) -> Steal<T> {
        steal(&self.tasks, "steal", VecDeque::pop_front)
    }

    /// Moves about half of the tasks to `destination`.
    #[track_caller]
    pub fn steal_batch(&self, destination: &Worker<T>) -> Steal<()> {
        self.steal_batch_with_limit(destination, MAX_BATCH)
    }

    /// Moves about half of the tasks, at most `limit`, to `destination`.
    ///
    /// # Panics
    /// If `limit` is zero.
    #[track_caller]
    pub fn steal_batch_with_limit(&self, destination: &Worker<T>, limit: usize) -> Steal<()> {
        assert!(limit > 0);
        if Arc::ptr_eq(&self.tasks, &destination.tasks) {
            return if destination.is_empty() {
                Steal::Empty
            } else {
                Steal::Success(())
            };
        }
        put(steal(&self.tasks, "steal_batch", half(limit)), destination)
    }

    /// Moves about half of the tasks to `destination` and pops one there.
    #[track_caller]
    pub fn steal_batch_and_pop(&self, destination: &Worker<T>) -> Steal<T> {
        self.steal_batch_with_limit_and_pop(destination, MAX_BATCH)
    }

    /// Moves about half of the tasks, at most `limit`, to `destination` and pops one there.
    ///
    /// # Panics
    /// If `limit` is zero.
    #[track_caller]
    pub fn steal_batch_with_limit_and_pop(
        &self,
        destination: &Worker<T>,
        limit: usize,
    ) -> Steal<T> {
        assert!(limit > 0);
        if Arc::ptr_eq(&self.tasks, &destination.tasks) {
            return destination.pop().map_or(Steal::Empty, Steal::Success);
        }
        put_but_one(
            steal(&self.tasks, "steal_batch_and_pop", half(limit)),
            destination,
            self.flavor,
        )
    }
}

impl<T> Clone for Stealer<T> {
    fn clone(&self) -> Self {
        Stealer {
            tasks: self.tasks.clone(),
            flavor: self.flavor,
        }
    }
}

impl<T> fmt::Debug for Stealer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Stealer { .. }")
    }
}

/// A first-in first-out queue of tasks that everybody adds to and takes from.
pub struct Injector<T> {
    tasks: Tasks<T>,
}

impl<T> Injector<T> {
    /// An empty queue.
    #[track_caller]
    pub fn new() -> Injector<T> {
        Injector {
            tasks: Stepped::new(VecDeque::new()),
        }
    }

    /// Adds a task.
    #[track_caller]
    pub fn push(&self, task: T) {
        self.tasks.step("push", |tasks| tasks.push_back(task));
    }

    /// Takes the oldest task.
    #[track_caller]
    pub fn steal(&self) -> Steal<T> {
        steal(&self.tasks, "steal", VecDeque::pop_front)
    }

    /// Moves about half of the tasks to `destination`.
    #[track_caller]
    pub fn steal_batch(&self, destination: &Worker<T>) -> Steal<()> {
        self.steal_batch_with_limit(destination, MAX_BATCH)
    }

    /// Moves about half of the tasks, at most `limit`, to `destination`.
    ///
    /// # Panics
    /// If `limit` is zero.
    #[track_caller]
    pub fn steal_batch_with_limit(&self, destination: &Worker<T>, limit: usize) -> Steal<()> {
        assert!(limit > 0);
        put(steal(&self.tasks, "steal_batch", half(limit)), destination)
    }

    /// Moves about half of the tasks to `destination` and gives the oldest.
    #[track_caller]
    pub fn steal_batch_and_pop(&self, destination: &Worker<T>) -> Steal<T> {
        self.steal_batch_with_limit_and_pop(destination, MAX_BATCH)
    }

    /// Moves about half of the tasks, at most `limit`, to `destination` and gives the oldest.
    ///
    /// # Panics
    /// If `limit` is zero.
    #[track_caller]
    pub fn steal_batch_with_limit_and_pop(
        &self,
        destination: &Worker<T>,
        limit: usize,
    ) -> Steal<T> {
        assert!(limit > 0);
        put_but_one(
            steal(&self.tasks, "steal_batch_and_pop", half(limit)),
            destination,
            Flavor::Fifo,
        )
    }

    /// Whether there is no task now.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many tasks there are now.
    #[track_caller]
    pub fn len(&self) -> usize {
        self.tasks.step("len", |tasks| tasks.len())
    }
}

impl<T> Default for Injector<T> {
    #[track_caller]
    fn default() -> Self {
        Injector::new()
    }
}

impl<T> fmt::Debug for Injector<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Injector { .. }")
    }
}

/// One thief's step: takes what `take` says, or loses a race within the budget for spurious failures.
#[track_caller]
fn steal<T, R>(
    tasks: &Tasks<T>,
    name: &str,
    take: impl FnOnce(&mut VecDeque<T>) -> Option<R>,
) -> Steal<R> {
    tasks.step(name, |tasks| {
        // a choice of data switches no thread
        if !tasks.is_empty() && interleave::active() && interleave::spurious_failure() {
            return Steal::Retry;
        }
        take(tasks).map_or(Steal::Empty, Steal::Success)
    })
}

fn half<T>(limit: usize) -> impl FnOnce(&mut VecDeque<T>) -> Option<Vec<T>> {
    move |tasks| {
        let batch = tasks.len().div_ceil(2).min(limit).min(MAX_BATCH);
        (batch > 0).then(|| tasks.drain(..batch).collect())
    }
}

#[track_caller]
fn put<T>(stolen: Steal<Vec<T>>, destination: &Worker<T>) -> Steal<()> {
    match stolen {
        Steal::Success(batch) => {
            destination.tasks.step("push", |tasks| tasks.extend(batch));
            Steal::Success(())
        }
        Steal::Empty => Steal::Empty,
        Steal::Retry => Steal::Retry,
    }
}

/// Gives one task of the batch: the one that its source's owner would have taken.
#[track_caller]
fn put_but_one<T>(stolen: Steal<Vec<T>>, destination: &Worker<T>, source: Flavor) -> Steal<T> {
    match stolen {
        Steal::Success(mut batch) => {
            let at = if source == Flavor::Fifo {
                0
            } else {
                batch.len() - 1
            };
            let first = batch.remove(at);
            if !batch.is_empty() {
                destination.tasks.step("push", |tasks| tasks.extend(batch));
            }
            Steal::Success(first)
        }
        Steal::Empty => Steal::Empty,
        Steal::Retry => Steal::Retry,
    }
}
