//! Chunks of a rounded size, and the vectors put together.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let size = coffees.len().div_ceil(assistants).max(1);
    thread::scope(|scope| {
        let assistants: Vec<_> = coffees
            .chunks(size)
            .map(|part| {
                scope.spawn(move || part.iter().map(|coffee| fetch(coffee)).collect::<Vec<_>>())
            })
            .collect();
        assistants
            .into_iter()
            .flat_map(|assistant| assistant.join().unwrap())
            .collect()
    })
}
