//! A shared list, whose lock is not held while anybody cooks.

use std::any::Any;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let results = Arc::new(Mutex::new(vec![Err(String::new()); orders.len()]));
    let mut cooks = Vec::new();
    for (at, order) in orders.into_iter().enumerate() {
        let results = Arc::clone(&results);
        cooks.push(thread::spawn(move || {
            let plate = cook(&order);
            results.lock().unwrap()[at] = Ok(plate);
        }));
    }
    for (at, cook) in cooks.into_iter().enumerate() {
        if let Err(panic) = cook.join() {
            results.lock().unwrap()[at] = Err(message(panic));
        }
    }
    let results = results.lock().unwrap().clone();
    results
}

fn message(panic: Box<dyn Any + Send>) -> String {
    match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(panic) => match panic.downcast::<&str>() {
            Ok(text) => text.to_string(),
            Err(_) => "no message".to_string(),
        },
    }
}
