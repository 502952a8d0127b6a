//! All cooks write on one board; the table deals the minutes out one by one.

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
    let board = Mutex::new(vec![0; dishes.len()]);
    let cook = |dish: usize| {
        let done = stove.cook(dishes[dish], || work(dish));
        board.lock().unwrap()[dish] = done;
    };
    thread::scope(|scope| {
        for dish in 0..dishes.len() {
            let cook = &cook;
            scope.spawn(move || cook(dish));
        }
    });
    board.into_inner().unwrap()
}

pub fn table(minutes: u64, cooks: &[u64]) -> String {
    let mut lines = vec!["cooks | one stove | a stove each".to_string()];
    for &n in cooks {
        let mut shares = vec![0; n as usize];
        (0..minutes).for_each(|minute| shares[(minute % n) as usize] += 1);
        let stove = Interpreter::default();
        cook_all(&stove, &shares, |_| ());
        let clock = stove.cook(1, || ()) - 1;
        lines.push(format!("{n:>5} | {clock:>9} | {:>12}", shares[0]));
    }
    lines.join("\n") + "\n"
}
