//! Threads that may borrow, because they end before the frame that they borrow from.

use super::spawn::{is_finished, join, outcome};
use super::{Result, Thread};
use ::std::{cell::RefCell, fmt, marker::PhantomData, panic::Location};
use interleave::{K, Loc, NONE, Slot, Tid};

/// A place to start scoped threads in.
pub struct Scope<'scope, 'env: 'scope> {
    /// Every thread started here, whose ends [`scope`] waits for.
    children: RefCell<Vec<Tid>>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: every thread of an execution is a coroutine on one OS thread, and no borrow of the list lasts over a switch.
unsafe impl Sync for Scope<'_, '_> {}

impl ::std::panic::RefUnwindSafe for Scope<'_, '_> {}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Starts a thread that ends before the scope does.
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.start(None, f)
    }

    #[track_caller]
    pub(super) fn start<F, T>(
        &'scope self,
        name: Option<String>,
        f: F,
    ) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (tid, slot) = interleave::spawn(name.clone(), f);
        self.children.borrow_mut().push(tid);
        let thread = Thread::new(tid, name);
        ScopedJoinHandle {
            thread,
            slot,
            scope: PhantomData,
        }
    }

    /// Waits for every child, also for those that children start meanwhile. Says whether a panic was left unseen.
    fn wait(&self, location: Loc) -> bool {
        let mut panicked = false;
        let mut next = 0;
        loop {
            let Some(child) = self.children.borrow().get(next).copied() else {
                return panicked;
            };
            interleave::op_at(K::JoinScope, NONE, NONE, child as u64, location);
            panicked |= interleave::panicked(child);
            // the scope itself passes it on, so that it is not lost
            interleave::seen(child);
            next += 1;
        }
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

/// The right to wait for a scoped thread and to take what it returns.
pub struct ScopedJoinHandle<'scope, T> {
    thread: Thread,
    slot: Slot<T>,
    scope: PhantomData<&'scope ()>,
}

// SAFETY: as for `JoinHandle`: one OS thread runs every coroutine, and spawning asks for `T: Send`.
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: as above; a shared handle gives out no reference to the slot.
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}

impl<T> ScopedJoinHandle<'_, T> {
    /// The thread's identity and name.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Blocks until the thread has ended.
    ///
    /// # Errors
    /// The payload of the panic that ended the thread; the scope itself does not panic for it then.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        join(self.thread.tid());
        interleave::seen(self.thread.tid());
        outcome(&self.slot)
    }

    /// Whether the thread has ended, without waiting.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        is_finished(self.thread.tid())
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

/// Runs `f`, then waits for every thread started in its scope.
///
/// # Panics
/// With `f`'s panic; else if a scoped thread panicked that nobody joined.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let location = Location::caller();
    let scope = Scope {
        children: RefCell::new(vec![]),
        scope: PhantomData,
        env: PhantomData,
    };
    let result = interleave::model_catch(|| f(&scope));
    // Whatever happens, the children end before the frame that they borrow from
    let panicked = scope.wait(location);
    match result {
        Err(payload) => interleave::model_resume(payload),
        Ok(_) if panicked => panic!("a scoped thread panicked"),
        Ok(value) => value,
    }
}
