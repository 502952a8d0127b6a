//! Each assistant takes every n-th coffee, straight into its place.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let mut brought = vec![String::new(); coffees.len()];
    let mut shares: Vec<Vec<(&String, &mut String)>> =
        (0..assistants).map(|_| Vec::new()).collect();
    for (at, trip) in coffees.iter().zip(&mut brought).enumerate() {
        shares[at % assistants].push(trip);
    }
    thread::scope(|scope| {
        for share in shares {
            scope.spawn(move || {
                for (coffee, place) in share {
                    *place = fetch(coffee);
                }
            });
        }
    });
    brought
}
