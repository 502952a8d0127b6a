//! Who works: a pool's threads, which of them are idle, and what waits for one.

use interleave_std::sync::{LazyLock, OnceLock};
use interleave_std::{__Stepped as Stepped, thread, thread_local};
use std::cell::RefCell;
use std::sync::Arc;

/// As `available_parallelism` says in the model.
pub(crate) const DEFAULT_THREADS: usize = 2;

type Task = Box<dyn FnOnce() + Send>;

/// So many threads, and what they are at.
pub(crate) struct Pool {
    threads: usize,
    state: Stepped<State>,
}

/// Changed one step at a time.
struct State {
    /// The numbers of the idle threads, the next one last.
    idle: Vec<usize>,
    /// What `spawn` found no idle thread for, the newest last.
    waiting: Vec<Task>,
}

impl State {
    /// What has waited for a thread, or else thread `number` is idle.
    fn next_or_idle(&mut self, number: usize) -> Option<Task> {
        let next = self.waiting.pop();
        if next.is_none() {
            self.idle.push(number);
        }
        next
    }
}

static GLOBAL: LazyLock<Arc<Pool>> =
    LazyLock::new(|| Pool::new(GLOBAL_THREADS.get().copied().unwrap_or(DEFAULT_THREADS)));
/// What `build_global` asked for.
pub(crate) static GLOBAL_THREADS: OnceLock<usize> = OnceLock::new();

thread_local! {
    static CURRENT: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// The calling thread's place in a pool.
#[derive(Clone)]
pub(crate) struct Worker {
    pub(crate) pool: Arc<Pool>,
    number: usize,
}

impl Pool {
    pub(crate) fn new(threads: usize) -> Arc<Pool> {
        let state = State {
            idle: (0..threads).rev().collect(),
            waiting: Vec::new(),
        };
        Arc::new(Pool {
            threads,
            state: Stepped::new(state),
        })
    }

    pub(crate) fn global() -> Arc<Pool> {
        GLOBAL.clone()
    }

    pub(crate) fn threads(&self) -> usize {
        self.threads
    }

    /// An idle thread, if there is one. A pool of one thread has none besides the one that asks.
    #[track_caller]
    pub(crate) fn hire(self: &Arc<Self>) -> Option<Worker> {
        if self.threads == 1 && current_in(self) {
            return None;
        }
        let number = self
            .state
            .step("takes an idle thread", |state| state.idle.pop())?;
        Some(Worker {
            pool: self.clone(),
            number,
        })
    }

    /// Runs `f` in this pool: at once if this thread is one of it, else when one is idle.
    #[track_caller]
    pub(crate) fn install<R>(self: &Arc<Self>, f: impl FnOnce() -> R) -> R {
        if current_in(self) {
            return f();
        }
        loop {
            match self.hire() {
                Some(worker) => return worker.work(f),
                None => thread::yield_now(),
            }
        }
    }

    /// Runs `task` some time, on an idle thread or on the first that has finished.
    #[track_caller]
    pub(crate) fn spawn(self: &Arc<Self>, task: Task) {
        match self.hire() {
            Some(worker) => drop(thread::spawn(move || worker.work(task))),
            None => self
                .state
                .step("waits for a thread", |state| state.waiting.push(task)),
        }
    }
}

impl Worker {
    /// Works as this thread of the pool, then on what has waited for one, then is idle.
    #[track_caller]
    pub(crate) fn work<R>(self, f: impl FnOnce() -> R) -> R {
        let before = CURRENT.replace(Some(self.clone()));
        let _leave = Leave {
            worker: self,
            before,
        };
        f()
    }
}

/// Leaves the pool, also when a task panics.
struct Leave {
    worker: Worker,
    before: Option<Worker>,
}

impl Drop for Leave {
    fn drop(&mut self) {
        let Worker { pool, number } = &self.worker;
        while let Some(task) = pool
            .state
            .step("is idle", |state| state.next_or_idle(*number))
        {
            task();
        }
        CURRENT.set(self.before.take());
    }
}

pub(crate) fn current() -> Option<Worker> {
    CURRENT.with_borrow(Clone::clone)
}

fn current_in(pool: &Arc<Pool>) -> bool {
    current().is_some_and(|worker| Arc::ptr_eq(&worker.pool, pool))
}

/// Runs `f` in the pool of the calling thread, or in the global one.
#[track_caller]
pub(crate) fn in_pool<R>(f: impl FnOnce(&Arc<Pool>) -> R) -> R {
    let pool = current().map_or_else(Pool::global, |worker| worker.pool);
    pool.install(|| f(&pool))
}

/// How many threads the calling thread's pool has; outside of one, the global pool's.
pub fn current_num_threads() -> usize {
    current().map_or_else(|| Pool::global().threads, |worker| worker.pool.threads)
}

/// The calling thread's number in its pool, from zero; `None` outside of one.
pub fn current_thread_index() -> Option<usize> {
    current().map(|worker| worker.number)
}
