//! Tasks that may borrow, because all of them end before their scope does.

use crate::pool::{Pool, in_pool};
use interleave_std::{__Stepped as Stepped, panic, thread};
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

/// A place to spawn borrowing tasks in.
pub struct Scope<'scope, 'env: 'scope> {
    threads: &'scope thread::Scope<'scope, 'env>,
    tasks: Arc<Tasks<'scope, 'env>>,
}

type Task<'scope, 'env> = Box<dyn FnOnce(&Scope<'scope, 'env>) + Send + 'scope>;

struct Tasks<'scope, 'env> {
    pool: Arc<Pool>,
    /// What found no idle thread, the newest last.
    waiting: Stepped<Vec<Task<'scope, 'env>>>,
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Runs `f` some time before the scope ends: on an idle thread of the pool, or on the first that has finished.
    #[track_caller]
    pub fn spawn<F>(&self, f: F)
    where
        F: FnOnce(&Scope<'scope, 'env>) + Send + 'scope,
    {
        let Some(worker) = self.tasks.pool.hire() else {
            let task: Task<'scope, 'env> = Box::new(f);
            return self
                .tasks
                .waiting
                .step("waits for a thread", |waiting| waiting.push(task));
        };
        let scope = Scope {
            threads: self.threads,
            tasks: self.tasks.clone(),
        };
        self.threads.spawn(move || {
            worker.work(|| {
                f(&scope);
                scope.finish();
            });
        });
    }

    /// Runs what has found no thread.
    #[track_caller]
    fn finish(&self) {
        while let Some(task) = self.tasks.waiting.step("looks for work", Vec::pop) {
            task(self);
        }
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

/// Runs `f`, then everything that it has spawned.
///
/// # Panics
/// If `f` or a task panicked.
#[track_caller]
pub fn scope<'env, F, R>(f: F) -> R
where
    F: for<'scope> FnOnce(&Scope<'scope, 'env>) -> R + Send,
    R: Send,
{
    in_pool(|pool| {
        thread::scope(|threads| {
            let tasks = Tasks {
                pool: pool.clone(),
                waiting: Stepped::new(Vec::new()),
            };
            let scope = Scope {
                threads,
                tasks: Arc::new(tasks),
            };
            let result = panic::catch_unwind(AssertUnwindSafe(|| f(&scope)));
            scope.finish();
            crate::join::returned(result)
        })
    })
}
