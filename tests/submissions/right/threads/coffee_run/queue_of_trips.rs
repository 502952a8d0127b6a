//! Trips wait in a channel; whoever is back takes the next, and keeps what it brings until the end.

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let (send, trips) = mpsc::channel();
    for trip in coffees.iter().enumerate() {
        send.send(trip).unwrap();
    }
    drop(send);
    let trips = Mutex::new(trips);
    let go = || {
        let mut mine = Vec::new();
        loop {
            let trip = trips.lock().unwrap().try_recv();
            let Ok((at, coffee)) = trip else { break mine };
            mine.push((at, fetch(coffee)));
        }
    };
    let mut brought: Vec<(usize, String)> = thread::scope(|scope| {
        let assistants: Vec<_> = (0..assistants).map(|_| scope.spawn(go)).collect();
        assistants
            .into_iter()
            .flat_map(|assistant| assistant.join().unwrap())
            .collect()
    });
    brought.sort();
    brought.into_iter().map(|(_, coffee)| coffee).collect()
}
