//! verdict: wrong_result
//! The size of a share is rounded down, and the last coffees belong to nobody.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let size = coffees.len() / assistants;
    thread::scope(|scope| {
        let assistants: Vec<_> = (0..assistants)
            .map(|at| {
                let share = &coffees[at * size..(at + 1) * size];
                scope.spawn(move || share.iter().map(|coffee| fetch(coffee)).collect::<Vec<_>>())
            })
            .collect();
        assistants
            .into_iter()
            .flat_map(|assistant| assistant.join().unwrap())
            .collect()
    })
}
