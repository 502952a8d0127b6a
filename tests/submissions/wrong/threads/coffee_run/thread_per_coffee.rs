//! verdict: race
//! As many threads as there are coffees.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let _ = assistants;
    thread::scope(|scope| {
        let trips: Vec<_> = coffees
            .iter()
            .map(|coffee| scope.spawn(|| fetch(coffee)))
            .collect();
        trips.into_iter().map(|trip| trip.join().unwrap()).collect()
    })
}
