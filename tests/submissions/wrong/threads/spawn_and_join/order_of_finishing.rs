//! verdict: race
//! The fastest cook's plate stands first.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let plates = Arc::new(Mutex::new(Vec::new()));
    let mut cooks = Vec::new();
    for (at, order) in orders.into_iter().enumerate() {
        let plates = Arc::clone(&plates);
        let work = move || {
            let plate = cook(&order);
            plates.lock().unwrap().push(plate);
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
