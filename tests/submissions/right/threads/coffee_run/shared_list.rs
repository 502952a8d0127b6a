//! A list behind a lock; whoever is back takes the next.

use std::sync::Mutex;
use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let list = Mutex::new(coffees.iter().enumerate());
    let brought = Mutex::new(vec![String::new(); coffees.len()]);
    thread::scope(|scope| {
        for _ in 0..assistants {
            scope.spawn(|| {
                loop {
                    let next = list.lock().unwrap().next();
                    let Some((at, coffee)) = next else { break };
                    let coffee = fetch(coffee);
                    brought.lock().unwrap()[at] = coffee;
                }
            });
        }
    });
    brought.into_inner().unwrap()
}
