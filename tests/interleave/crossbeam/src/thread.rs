//! Scoped threads in crossbeam's older style: closures get the scope, and a panic is an `Err`.

use interleave_std::{panic, thread};
use std::panic::AssertUnwindSafe;

/// A place to start scoped threads in.
#[derive(Debug)]
pub struct Scope<'scope, 'env: 'scope> {
    inner: &'scope thread::Scope<'scope, 'env>,
}

/// The right to wait for a scoped thread and to take what it returns.
pub type ScopedJoinHandle<'scope, T> = thread::ScopedJoinHandle<'scope, T>;

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Starts a thread that ends before the scope does. It gets the scope, to start more.
    #[track_caller]
    pub fn spawn<F, T>(&self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce(&Scope<'scope, 'env>) -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let inner = self.inner;
        inner.spawn(move || f(&Scope { inner }))
    }
}

/// Runs `f`, then waits for every thread started in its scope.
///
/// # Errors
/// If a thread that nobody joined panicked.
///
/// # Panics
/// With `f`'s panic.
#[track_caller]
pub fn scope<'env, F, R>(f: F) -> thread::Result<R>
where
    F: for<'scope> FnOnce(&Scope<'scope, 'env>) -> R,
{
    let mut own = None;
    let result = panic::catch_unwind(AssertUnwindSafe(|| {
        thread::scope(|inner| {
            let called = panic::catch_unwind(AssertUnwindSafe(|| f(&Scope { inner })));
            called.map_err(|payload| own = Some(payload)).ok()
        })
    }));
    match (own, result) {
        (Some(payload), _) => panic::resume_unwind(payload),
        (None, Ok(value)) => Ok(value.expect("`f` has returned or panicked")),
        (None, Err(payload)) => Err(payload),
    }
}
