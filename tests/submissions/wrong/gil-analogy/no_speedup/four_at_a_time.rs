//! verdict: serial
//! A batch of four cooks, and the next one when all of them are done.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

#[derive(Default)]
pub struct Gil {
    lock: Mutex<()>,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    _held: MutexGuard<'a, ()>,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        GilGuard { _held }
    }
}

#[derive(Debug, Default)]
pub struct State {
    clock: AtomicU64,
}

impl State {
    pub fn execute(&self) -> u64 {
        let now = self.clock.load(Ordering::Relaxed) + 1;
        self.clock.store(now, Ordering::Relaxed);
        now
    }
}

#[derive(Default)]
pub struct Interpreter {
    gil: Gil,
    state: State,
}

impl Interpreter {
    pub fn cook(&self, minutes: u64, work: impl Fn()) -> u64 {
        let minute = |_| {
            let _guard = self.gil.take();
            work();
            self.state.execute()
        };
        (0..minutes).map(minute).last().unwrap_or_default()
    }
}

pub fn cook_all(stove: &Interpreter, dishes: &[u64], work: impl Fn(usize) + Sync) -> Vec<u64> {
    let work = &work;
    let numbered: Vec<_> = dishes.iter().enumerate().collect();
    let mut done = Vec::new();
    for batch in numbered.chunks(4) {
        thread::scope(|scope| {
            let cooks: Vec<_> = batch
                .iter()
                .map(|&(dish, &minutes)| scope.spawn(move || stove.cook(minutes, || work(dish))))
                .collect();
            done.extend(cooks.into_iter().map(|cook| cook.join().unwrap()));
        });
    }
    done
}

pub fn table(minutes: u64, cooks: &[u64]) -> String {
    let mut table = String::from("cooks | one stove | a stove each\n");
    for &cooks in cooks {
        let shares: Vec<u64> = (0..cooks)
            .map(|cook| minutes / cooks + u64::from(cook < minutes % cooks))
            .collect();
        let done = cook_all(&Interpreter::default(), &shares, |_| ());
        let one_stove = done.into_iter().max().unwrap_or_default();
        let a_stove_each = minutes.div_ceil(cooks);
        table += &format!("{cooks:5} | {one_stove:9} | {a_stove_each:12}\n");
    }
    table
}
