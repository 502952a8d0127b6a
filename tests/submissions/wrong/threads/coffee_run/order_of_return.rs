//! verdict: race
//! Who is back first stands first.

use std::sync::Mutex;
use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let list = Mutex::new(coffees.iter());
    let brought = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..assistants {
            scope.spawn(|| {
                loop {
                    let next = list.lock().unwrap().next();
                    let Some(coffee) = next else { break };
                    let coffee = fetch(coffee);
                    brought.lock().unwrap().push(coffee);
                }
            });
        }
    });
    brought.into_inner().unwrap()
}
