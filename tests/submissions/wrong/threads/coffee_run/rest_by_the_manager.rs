//! verdict: serial
//! The assistants go once, and the manager fetches the rest alone.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let (first, rest) = coffees.split_at(coffees.len().min(assistants));
    let mut brought: Vec<String> = thread::scope(|scope| {
        let trips: Vec<_> = first
            .iter()
            .map(|coffee| scope.spawn(|| fetch(coffee)))
            .collect();
        trips.into_iter().map(|trip| trip.join().unwrap()).collect()
    });
    brought.extend(rest.iter().map(|coffee| fetch(coffee)));
    brought
}
