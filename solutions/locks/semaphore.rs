//! # Semaphore: three ovens, many cooks
//!
//! The kitchen has a few ovens, and more cooks than ovens. A cook who wants to bake takes a permit from the hook by the
//! door; whoever finds the hook empty waits there. A cook who is done hangs the permit back, and somebody who waits may
//! take it. If a cook burns a finger and runs away, the permit must hang on the hook all the same, or an oven would
//! stay cold for the rest of the evening.

use std::sync::{Condvar, Mutex};

/// A fixed number of permits, shared by threads.
pub struct Semaphore {
    /// How many permits are on the hook. The lock protects the number.
    free: Mutex<usize>,
    /// Announces that a permit has come back.
    returned: Condvar,
}

/// The right to be one of those who are inside. It goes back when this is dropped.
#[must_use = "a permit that is not kept goes back at once"]
pub struct Permit<'a> {
    /// Where the permit goes back to.
    semaphore: &'a Semaphore,
}

impl Semaphore {
    /// A semaphore with so many permits on the hook.
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            free: Mutex::new(permits),
            returned: Condvar::new(),
        }
    }

    /// Takes a permit. Waits while there is none.
    pub fn acquire(&self) -> Permit<'_> {
        let mut free = self.free.lock().unwrap();
        // The decisive line: `while`, not `if`. Between the notification and the moment when this thread has the lock
        // again, another one may have come in by the door and taken the permit.
        while *free == 0 {
            free = self.returned.wait(free).unwrap();
        }
        *free -= 1;
        // A permit exists only after it was taken from the hook: made before, it would go back on every way out.
        Permit { semaphore: self }
    }

    /// Takes a permit if there is one now. `None` if there is none.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.free.lock().unwrap();
        *free = free.checked_sub(1)?;
        Some(Permit { semaphore: self })
    }

    /// How many permits are on the hook now.
    pub fn available(&self) -> usize {
        *self.free.lock().unwrap()
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        // `drop` runs on every way out, a panic too; a method `release` would have to be remembered on each of them.
        *self.semaphore.free.lock().unwrap() += 1;
        // One permit came back, so one is woken. To wake all would be right too: all but one sleep again.
        self.semaphore.returned.notify_one();
    }
}

// Wrong turns
// - `if` in place of `while`: a wake-up is no permit (wrong/if_for_while.rs counts below zero).
// - giving back without telling: those who wait sleep on (wrong/tells_nobody.rs).
// - telling before giving back, without the lock: the woken one finds nothing, and sleeps for ever
//   (wrong/tells_too_early.rs).
// - a permit made before it is known that there is one: a refusal gives back what nobody took (wrong/over_release.rs).
// - giving back only when all went well: after a panic the permit is lost (wrong/lost_in_a_panic.rs).
