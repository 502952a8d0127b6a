//! `din_phil2` to `din_phil6`: philosophers who pick up both forks in one step, so that nobody starves, and the claim
//! that nevertheless not all of them ever have eaten. They count their meals without a lock.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join_all;

/// What the failed assertion says.
pub const SHOWS: &str = "everybody has eaten";

struct Table<const N: usize> {
    /// Held while both forks are picked up and put down: SCTBench's atomic section.
    turn: Mutex<()>,
    forks: [Mutex<()>; N],
    meals: AtomicUsize,
}

impl<const N: usize> Table<N> {
    fn new() -> Self {
        Self {
            turn: Mutex::new(()),
            forks: std::array::from_fn(|_| Mutex::new(())),
            meals: AtomicUsize::new(0),
        }
    }

    fn eat(&self, philosopher: usize) {
        let _turn = self.turn.lock().unwrap();
        let _right = self.forks[(philosopher + 1) % N].lock().unwrap();
        let _left = self.forks[philosopher].lock().unwrap();
    }
}

/// Outcomes: the assertion fails where no meal's count is lost, `()` where one is.
pub fn wrong<const N: usize>() {
    dine::<N>(|table| {
        let before = table.meals.load(SeqCst);
        table.meals.store(before + 1, SeqCst);
        assert!(table.meals.load(SeqCst) != N, "{SHOWS}");
    });
}

/// Outcomes: `()`: every meal is counted, and all eat.
pub fn right<const N: usize>() {
    let meals = dine::<N>(|table| {
        table.meals.fetch_add(1, SeqCst);
    });
    assert_eq!(meals, N);
}

fn dine<const N: usize>(count: fn(&Table<N>)) -> usize {
    let table = Arc::new(Table::<N>::new());
    let handles = (0..N)
        .map(|philosopher| {
            let table = Arc::clone(&table);
            thread::spawn(move || {
                table.eat(philosopher);
                count(&table);
            })
        })
        .collect();
    join_all(handles);
    table.meals.load(SeqCst)
}
