//! As many at a time as there are assistants, then the next ones.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let mut brought = Vec::new();
    for batch in coffees.chunks(assistants) {
        brought.extend(thread::scope(|scope| {
            let trips: Vec<_> = batch
                .iter()
                .map(|coffee| scope.spawn(|| fetch(coffee)))
                .collect();
            trips
                .into_iter()
                .map(|trip| trip.join().unwrap())
                .collect::<Vec<_>>()
        }));
    }
    brought
}
