//! verdict: serial
//! Waits for each cook before the next one begins.

use std::any::Any;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let mut results = Vec::new();
    for order in orders {
        let cook = thread::spawn(move || cook(&order));
        results.push(cook.join().map_err(message));
    }
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
