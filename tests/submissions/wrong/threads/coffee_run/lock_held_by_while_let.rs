//! verdict: serial
//! The lock of the list is held until the end of the loop's body.

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
                while let Some((at, coffee)) = list.lock().unwrap().next() {
                    let coffee = fetch(coffee);
                    brought.lock().unwrap()[at] = coffee;
                }
            });
        }
    });
    brought.into_inner().unwrap()
}
