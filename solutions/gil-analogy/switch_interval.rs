//! # Switch interval: ask for the stove, and get it
//!
//! A cook with a long recipe would keep the key of the stove all evening. So there is a custom. Who waits for the key lets
//! some time go by, and then rings a bell: I asked. The cook at the stove listens for the bell after every step. When it
//! has rung, the cook hangs the key back, and does not reach for it again until somebody else has had it: whoever stands
//! nearest to the hook would otherwise be first every time.

use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

/// The global interpreter lock, which its holder drops when it is asked to.
pub struct Gil {
    /// Who holds it. The lock protects it for a moment only; nobody cooks under it.
    key: Mutex<Key>,
    /// Announces that the Gil is free: to those who wait for it.
    dropped: Condvar,
    /// Announces that the Gil was taken: to who dropped it on request.
    taken: Condvar,
    /// Set by who has waited for an interval. The holder looks at it without any lock.
    drop_request: AtomicBool,
    /// How long a thread waits before it asks.
    interval: Duration,
}

/// What `Gil::key` protects.
#[derive(Default)]
struct Key {
    /// Whether a thread holds the Gil.
    held: bool,
    /// How often it was taken. Who sees another number knows that there was a switch.
    switches: u64,
}

/// The right to execute bytecode. The Gil is free again when this is dropped.
#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    /// What is dropped with it.
    gil: &'a Gil,
}

impl Gil {
    /// A Gil that nobody holds. Who waits for it asks after each `interval`.
    pub fn new(interval: Duration) -> Gil {
        Gil {
            key: Mutex::default(),
            dropped: Condvar::new(),
            taken: Condvar::new(),
            drop_request: AtomicBool::new(false),
            interval,
        }
    }

    /// Takes the Gil. While another thread holds it, waits, and asks for it after each interval.
    pub fn take(&self) -> GilGuard<'_> {
        self.take_when_free(self.key.lock().unwrap())
    }

    fn take_when_free<'a>(&'a self, mut key: MutexGuard<'a, Key>) -> GilGuard<'a> {
        while key.held {
            let before = key.switches;
            let result;
            (key, result) = self.dropped.wait_timeout(key, self.interval).unwrap();
            // Only who has had the Gil for the whole interval is asked: a new holder has its own interval.
            if result.timed_out() && key.held && key.switches == before {
                self.drop_request.store(true, Ordering::Relaxed);
            }
        }
        key.held = true;
        key.switches += 1;
        // Whoever asked, it was served: a request that stayed would make the new holder wait for nobody.
        self.drop_request.store(false, Ordering::Relaxed);
        self.taken.notify_all();
        GilGuard { gil: self }
    }

    /// Whether somebody has asked the holder to drop the Gil, and nobody has taken it since.
    pub fn drop_requested(&self) -> bool {
        self.drop_request.load(Ordering::Relaxed)
    }
}

impl GilGuard<'_> {
    /// Called between two bytecodes. Hands the Gil over if somebody has asked, takes it again, and says whether it did.
    pub fn eval_breaker(&mut self) -> bool {
        if !self.gil.drop_requested() {
            return false;
        }
        let mut key = self.gil.key.lock().unwrap();
        let mine = key.switches;
        key.held = false;
        self.gil.dropped.notify_one();
        // The decisive line: not until another thread has taken the Gil does this one reach for it. To be woken takes time,
        // and who runs already would win every time.
        key = (self.gil.taken)
            .wait_while(key, |key| key.switches == mine)
            .unwrap();
        // This guard held the Gil before and holds it again, so the one made by taking must not drop it.
        mem::forget(self.gil.take_when_free(key));
        true
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        self.gil.key.lock().unwrap().held = false;
        self.gil.dropped.notify_one();
    }
}

// Wrong turns
// - dropping and taking at once: the one who asked starves beside a busy holder (wrong/straight_back.rs).
// - dropping whenever there is a bytecode: alone, nobody ever takes it (wrong/drops_unasked.rs sleeps for ever).
// - taking the Gil without a word: who dropped it on request sleeps on (wrong/tells_nobody_it_was_taken.rs).
// - a request that is never ended: the next holder hands over to nobody (wrong/request_stays.rs).
// - waiting without a time-out: nobody ever asks (wrong/never_asks.rs).
