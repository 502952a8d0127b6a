//! Those who wait stand in line, and the Gil is given to the first of them: it is never free in between.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

pub struct Gil {
    line: Mutex<Line>,
    moved: Condvar,
    interval: Duration,
}

#[derive(Default)]
struct Line {
    next_number: u64,
    holder: Option<u64>,
    waiting: VecDeque<u64>,
    asked: bool,
}

impl Line {
    fn hand_on(&mut self) {
        self.holder = self.waiting.pop_front();
        self.asked = false;
    }
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn new(interval: Duration) -> Gil {
        Gil {
            line: Mutex::default(),
            moved: Condvar::new(),
            interval,
        }
    }

    pub fn take(&self) -> GilGuard<'_> {
        let mut line = self.line.lock().unwrap();
        let mine = line.next_number;
        line.next_number += 1;
        line.waiting.push_back(mine);
        if line.holder.is_none() {
            line.hand_on();
        }
        while line.holder != Some(mine) {
            let holder = line.holder;
            let (now, result) = self.moved.wait_timeout(line, self.interval).unwrap();
            line = now;
            if result.timed_out() && line.holder == holder {
                line.asked = true;
            }
        }
        GilGuard { gil: self }
    }

    pub fn drop_requested(&self) -> bool {
        self.line.lock().unwrap().asked
    }
}

impl GilGuard<'_> {
    pub fn eval_breaker(&mut self) -> bool {
        let mut line = self.gil.line.lock().unwrap();
        if !line.asked {
            return false;
        }
        let mine = line.next_number;
        line.next_number += 1;
        line.waiting.push_back(mine);
        line.hand_on();
        self.gil.moved.notify_all();
        while line.holder != Some(mine) {
            let holder = line.holder;
            let (now, result) = (self.gil.moved)
                .wait_timeout(line, self.gil.interval)
                .unwrap();
            line = now;
            if result.timed_out() && line.holder == holder {
                line.asked = true;
            }
        }
        true
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        self.gil.line.lock().unwrap().hand_on();
        self.gil.moved.notify_all();
    }
}
