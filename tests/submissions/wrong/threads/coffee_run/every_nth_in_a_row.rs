//! verdict: wrong_result
//! Each assistant takes every n-th coffee, and the shares are put one after the other.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    thread::scope(|scope| {
        let trips: Vec<_> = (0..assistants)
            .map(|first| {
                let share = coffees.iter().skip(first).step_by(assistants);
                scope.spawn(move || share.map(|coffee| fetch(coffee)).collect::<Vec<_>>())
            })
            .collect();
        trips
            .into_iter()
            .flat_map(|trip| trip.join().unwrap())
            .collect()
    })
}
