//! Pools of a chosen size.

use crate::pool::{DEFAULT_THREADS, GLOBAL_THREADS, Pool, current};
use crate::{Scope, join, scope};
use std::fmt;
use std::sync::Arc;

/// Says how a pool is to be.
#[derive(Debug, Default)]
pub struct ThreadPoolBuilder {
    threads: usize,
}

impl ThreadPoolBuilder {
    /// A pool of the default size, two.
    pub fn new() -> Self {
        ThreadPoolBuilder::default()
    }

    /// So many threads; zero means the default.
    pub fn num_threads(self, threads: usize) -> Self {
        ThreadPoolBuilder { threads }
    }

    /// Ignored: schedules name model threads by number.
    pub fn thread_name<F: FnMut(usize) -> String + 'static>(self, _: F) -> Self {
        self
    }

    /// Ignored: model threads have stacks of one fixed size.
    pub fn stack_size(self, _: usize) -> Self {
        self
    }

    /// Makes the pool.
    ///
    /// # Errors
    /// None: the signature is rayon's.
    pub fn build(self) -> Result<ThreadPool, ThreadPoolBuildError> {
        Ok(ThreadPool {
            pool: Pool::new(self.size()),
        })
    }

    /// Sets the size of the global pool.
    ///
    /// # Errors
    /// If it has been set already.
    pub fn build_global(self) -> Result<(), ThreadPoolBuildError> {
        GLOBAL_THREADS
            .set(self.size())
            .map_err(|_| ThreadPoolBuildError(()))
    }

    fn size(&self) -> usize {
        if self.threads == 0 {
            DEFAULT_THREADS
        } else {
            self.threads
        }
    }
}

/// The global pool has been initialised already.
#[derive(Debug)]
pub struct ThreadPoolBuildError(());

impl fmt::Display for ThreadPoolBuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("The global thread pool has already been initialized.")
    }
}

impl std::error::Error for ThreadPoolBuildError {}

/// A pool of its own.
pub struct ThreadPool {
    pool: Arc<Pool>,
}

impl ThreadPool {
    /// Runs `f` on a thread of this pool: what it joins, spawns and iterates stays in it.
    #[track_caller]
    pub fn install<F: FnOnce() -> R + Send, R: Send>(&self, f: F) -> R {
        self.pool.install(f)
    }

    /// [`join`] in this pool.
    #[track_caller]
    pub fn join<A, B, RA, RB>(&self, a: A, b: B) -> (RA, RB)
    where
        A: FnOnce() -> RA + Send,
        B: FnOnce() -> RB + Send,
        RA: Send,
        RB: Send,
    {
        self.pool.install(|| join(a, b))
    }

    /// [`scope`] in this pool.
    #[track_caller]
    pub fn scope<'env, F, R>(&self, f: F) -> R
    where
        F: for<'scope> FnOnce(&Scope<'scope, 'env>) -> R + Send,
        R: Send,
    {
        self.pool.install(|| scope(f))
    }

    /// Runs `f` some time in this pool; nobody waits for it.
    #[track_caller]
    pub fn spawn<F: FnOnce() + Send + 'static>(&self, f: F) {
        self.pool.spawn(Box::new(f));
    }

    /// How many threads it has.
    pub fn current_num_threads(&self) -> usize {
        self.pool.threads()
    }

    /// The calling thread's number in this pool, if it is one of it.
    pub fn current_thread_index(&self) -> Option<usize> {
        let worker = current().filter(|worker| Arc::ptr_eq(&worker.pool, &self.pool));
        worker.and_then(|_| crate::current_thread_index())
    }
}

impl fmt::Debug for ThreadPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThreadPool")
            .field("num_threads", &self.pool.threads())
            .finish_non_exhaustive()
    }
}

/// Runs `f` some time in the calling thread's pool, or in the global one; nobody waits for it.
#[track_caller]
pub fn spawn<F: FnOnce() + Send + 'static>(f: F) {
    current()
        .map_or_else(Pool::global, |worker| worker.pool)
        .spawn(Box::new(f));
}
