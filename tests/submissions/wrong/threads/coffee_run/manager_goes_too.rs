//! verdict: race
//! All the assistants are on their way, and the manager besides.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let travellers = assistants + 1;
    let many = coffees.len();
    let share = |at| &coffees[many * at / travellers..many * (at + 1) / travellers];
    let go = |at| {
        share(at)
            .iter()
            .map(|coffee| fetch(coffee))
            .collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let trips: Vec<_> = (0..assistants)
            .map(|at| scope.spawn(move || go(at)))
            .collect();
        let own = go(assistants);
        let mut brought: Vec<String> = trips
            .into_iter()
            .flat_map(|trip| trip.join().unwrap())
            .collect();
        brought.extend(own);
        brought
    })
}
