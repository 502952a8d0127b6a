//! A second mutex for the switch and the last holder's name, as CPython has it.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread::{self, ThreadId};
use std::time::Duration;

pub struct Gil {
    locked: Mutex<(bool, u64)>,
    cond: Condvar,
    last_holder: Mutex<Option<ThreadId>>,
    switch_cond: Condvar,
    drop_request: AtomicBool,
    interval: Duration,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn new(interval: Duration) -> Gil {
        Gil {
            locked: Mutex::new((false, 0)),
            cond: Condvar::new(),
            last_holder: Mutex::new(None),
            switch_cond: Condvar::new(),
            drop_request: AtomicBool::new(false),
            interval,
        }
    }

    pub fn take(&self) -> GilGuard<'_> {
        self.take_gil();
        GilGuard { gil: self }
    }

    fn take_gil(&self) {
        let mut gil = self.locked.lock().unwrap();
        while gil.0 {
            let saved = gil.1;
            let (now, result) = self.cond.wait_timeout(gil, self.interval).unwrap();
            gil = now;
            if result.timed_out() && gil.0 && gil.1 == saved {
                self.drop_request.store(true, SeqCst);
            }
        }
        let mut last = self.last_holder.lock().unwrap();
        gil.0 = true;
        if last.replace(thread::current().id()) != Some(thread::current().id()) {
            gil.1 += 1;
        }
        self.drop_request.store(false, SeqCst);
        self.switch_cond.notify_one();
    }

    fn drop_gil(&self) {
        self.locked.lock().unwrap().0 = false;
        self.cond.notify_one();
    }

    pub fn drop_requested(&self) -> bool {
        self.drop_request.load(SeqCst)
    }
}

impl GilGuard<'_> {
    pub fn eval_breaker(&mut self) -> bool {
        let requested = self.gil.drop_requested();
        if requested {
            self.gil.drop_gil();
            let me = Some(thread::current().id());
            let last = self.gil.last_holder.lock().unwrap();
            let waited = (self.gil.switch_cond).wait_while(last, |last| *last == me);
            drop(waited.unwrap());
            self.gil.take_gil();
        }
        requested
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        self.gil.drop_gil();
    }
}
