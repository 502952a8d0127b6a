//! verdict: serial
//! Each assistant is waited for before the next one goes.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let many = coffees.len();
    let mut brought = Vec::new();
    for at in 0..assistants {
        let share = &coffees[many * at / assistants..many * (at + 1) / assistants];
        brought.extend(thread::scope(|scope| {
            let trip = scope.spawn(|| share.iter().map(|coffee| fetch(coffee)).collect::<Vec<_>>());
            trip.join().unwrap()
        }));
    }
    brought
}
