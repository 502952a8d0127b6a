//! verdict: race
//! Reads the next number, and then counts it up: two assistants read the same one.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let go = || {
        let mut mine = Vec::new();
        loop {
            let at = next.load(SeqCst);
            next.store(at + 1, SeqCst);
            let Some(coffee) = coffees.get(at) else {
                break mine;
            };
            mine.push((at, fetch(coffee)));
        }
    };
    let mut brought: Vec<(usize, String)> = thread::scope(|scope| {
        let assistants: Vec<_> = (0..assistants).map(|_| scope.spawn(go)).collect();
        assistants
            .into_iter()
            .flat_map(|assistant| assistant.join().unwrap())
            .collect()
    });
    brought.sort();
    brought.into_iter().map(|(_, coffee)| coffee).collect()
}
