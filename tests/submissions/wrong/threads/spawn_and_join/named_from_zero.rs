//! verdict: wrong_result
//! The first cook is called cook-0.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let mut cooks = Vec::new();
    for (number, order) in orders.into_iter().enumerate() {
        let thread = thread::Builder::new().name(format!("cook-{number}"));
        cooks.push(thread.spawn(move || cook(&order)).unwrap());
    }
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
}
