//! verdict: serial
//! Ten stand ready, and one goes.

use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let _ = assistants;
    thread::scope(|scope| {
        scope
            .spawn(|| coffees.iter().map(|coffee| fetch(coffee)).collect())
            .join()
            .unwrap()
    })
}
