//! As in Python: a shared list with a place for each plate, and threads that return nothing.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let plates = Arc::new(Mutex::new(vec![String::new(); orders.len()]));
    let mut cooks = Vec::new();
    for (at, order) in orders.into_iter().enumerate() {
        let plates = Arc::clone(&plates);
        let work = move || {
            let plate = cook(&order);
            plates.lock().unwrap()[at] = plate;
        };
        let name = format!("cook-{}", at + 1);
        cooks.push(thread::Builder::new().name(name).spawn(work).unwrap());
    }
    for cook in cooks {
        cook.join().unwrap();
    }
    let plates = plates.lock().unwrap().clone();
    plates
}
