//! Waiting for a condition that another thread makes true.

use super::{LockResult, MutexGuard, PoisonError};
use ::std::fmt;
use ::std::mem::ManuallyDrop;
use ::std::time::Duration;
use interleave::{Id, K, NONE, OK, ObjId};

/// A condition variable. A notification that nobody waits for is lost, and any of the waiters may be the one notified.
///
/// With a budget for spurious wake-ups a wait may also end without a notification, as std allows. The length of a
/// time-out does not matter: both ends are explored. Who times out again and again lets the others go first.
pub struct Condvar {
    id: Id,
}

/// Whether a wait ended by its time-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the wait ended by its time-out.
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

type Timed<'a, T> = (MutexGuard<'a, T>, WaitTimeoutResult);

impl Condvar {
    /// A condition variable that nobody waits at.
    #[track_caller]
    pub const fn new() -> Self {
        Condvar { id: Id::new() }
    }

    fn object(&self) -> ObjId {
        self.id.get(OK::Condvar)
    }

    /// Unlocks, waits, locks again; the second half says whether a notification came.
    #[track_caller]
    fn wait_for<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        wake: K,
    ) -> (LockResult<MutexGuard<'a, T>>, bool) {
        let mutex = guard.mutex;
        let (condvar, lock) = (self.object(), mutex.object());
        // may unwind, and the guard then unlocks
        interleave::op(K::CvWait, condvar, lock, 0);
        let _unlocked = ManuallyDrop::new(guard);
        let notified = interleave::op(wake, condvar, lock, 0) == 1;
        (mutex.locked(), notified)
    }

    /// Unlocks, waits for a notification, locks again.
    ///
    /// # Errors
    /// If the mutex is poisoned; the error holds the guard.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.wait_for(guard, K::CvWake).0
    }

    /// Waits as long as `condition` says so.
    ///
    /// # Errors
    /// If the mutex is poisoned; the error holds the guard.
    #[track_caller]
    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// Waits for a notification or a time-out.
    ///
    /// # Errors
    /// If the mutex is poisoned; the error holds the guard.
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        _: Duration,
    ) -> LockResult<Timed<'a, T>> {
        let (locked, notified) = self.wait_for(guard, K::CvWakeT);
        let result = WaitTimeoutResult(!notified);
        match locked {
            Ok(guard) => Ok((guard, result)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), result))),
        }
    }

    /// Waits as long as `condition` says so, up to a time-out.
    ///
    /// As in std, the time-out ends the whole wait; the condition is looked at once more then.
    ///
    /// # Errors
    /// If the mutex is poisoned; the error holds the guard.
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        duration: Duration,
        mut condition: F,
    ) -> LockResult<Timed<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        let mut timed_out = false;
        while condition(&mut *guard) {
            if timed_out {
                return Ok((guard, WaitTimeoutResult(true)));
            }
            let (locked, result) = self.wait_timeout(guard, duration)?;
            guard = locked;
            timed_out = result.timed_out();
        }
        Ok((guard, WaitTimeoutResult(false)))
    }

    /// [`wait_timeout`](Condvar::wait_timeout) for so many milliseconds; `false` if it timed out.
    ///
    /// # Errors
    /// If the mutex is poisoned; the error holds the guard.
    #[deprecated(note = "replaced by `std::sync::Condvar::wait_timeout`")]
    #[track_caller]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        _: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        let (locked, notified) = self.wait_for(guard, K::CvWakeT);
        match locked {
            Ok(guard) => Ok((guard, notified)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), notified))),
        }
    }

    /// Wakes one of the threads that wait; which one is explored.
    #[track_caller]
    pub fn notify_one(&self) {
        interleave::notify_one(self.object());
    }

    /// Wakes every thread that waits.
    #[track_caller]
    pub fn notify_all(&self) {
        interleave::op(K::NotifyAll, self.object(), NONE, 0);
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}
