//! verdict: wrong_result
//! Asks as soon as the Gil is found taken, and waits only then.

use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

pub struct Gil {
    key: Mutex<Key>,
    dropped: Condvar,
    taken: Condvar,
    drop_request: AtomicBool,
    interval: Duration,
}

#[derive(Default)]
struct Key {
    held: bool,
    switches: u64,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn new(interval: Duration) -> Gil {
        Gil {
            key: Mutex::default(),
            dropped: Condvar::new(),
            taken: Condvar::new(),
            drop_request: AtomicBool::new(false),
            interval,
        }
    }

    pub fn take(&self) -> GilGuard<'_> {
        self.take_when_free(self.key.lock().unwrap())
    }

    fn take_when_free<'a>(&'a self, mut key: MutexGuard<'a, Key>) -> GilGuard<'a> {
        while key.held {
            self.drop_request.store(true, Ordering::Relaxed);
            key = self.dropped.wait_timeout(key, self.interval).unwrap().0;
        }
        key.held = true;
        key.switches += 1;
        self.drop_request.store(false, Ordering::Relaxed);
        self.taken.notify_all();
        GilGuard { gil: self }
    }

    pub fn drop_requested(&self) -> bool {
        self.drop_request.load(Ordering::Relaxed)
    }
}

impl GilGuard<'_> {
    pub fn eval_breaker(&mut self) -> bool {
        if !self.gil.drop_requested() {
            return false;
        }
        let mut key = self.gil.key.lock().unwrap();
        let mine = key.switches;
        key.held = false;
        self.gil.dropped.notify_one();
        key = (self.gil.taken)
            .wait_while(key, |key| key.switches == mine)
            .unwrap();
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
