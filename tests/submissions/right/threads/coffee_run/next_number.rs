//! The next number, in one step; each assistant keeps what it brings until the end.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let mut brought: Vec<(usize, String)> = thread::scope(|scope| {
        let take = || {
            let mut mine = Vec::new();
            while let at = next.fetch_add(1, Ordering::Relaxed)
                && at < coffees.len()
            {
                mine.push((at, fetch(&coffees[at])));
            }
            mine
        };
        let assistants: Vec<_> = (0..assistants).map(|_| scope.spawn(take)).collect();
        assistants
            .into_iter()
            .flat_map(|assistant| assistant.join().unwrap())
            .collect()
    });
    brought.sort();
    brought.into_iter().map(|(_, coffee)| coffee).collect()
}
