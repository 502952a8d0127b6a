//! Loops, and a `match` on what `join` gives.

use std::any::Any;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let mut cooks = Vec::new();
    for order in orders {
        cooks.push(thread::spawn(move || cook(&order)));
    }
    let mut results = Vec::new();
    for cook in cooks {
        match cook.join() {
            Ok(plate) => results.push(Ok(plate)),
            Err(panic) => results.push(Err(message(&panic))),
        }
    }
    results
}

fn message(panic: &Box<dyn Any + Send>) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| text.to_string());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or("no message".to_string())
}
