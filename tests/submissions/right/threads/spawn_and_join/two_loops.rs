//! Plain loops: one that starts, one that waits.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let mut cooks = Vec::new();
    for (at, order) in orders.into_iter().enumerate() {
        let name = format!("cook-{}", at + 1);
        let thread = thread::Builder::new().name(name);
        cooks.push(thread.spawn(move || cook(&order)).unwrap());
    }
    let mut plates = Vec::new();
    for cook in cooks {
        plates.push(cook.join().unwrap());
    }
    plates
}
