//! verdict: race
//! Holds the lock of the shared list while cooking: a panic poisons it for those who come later.

use std::any::Any;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let plates = Arc::new(Mutex::new(Vec::new()));
    let mut cooks = Vec::new();
    for order in orders {
        let plates = Arc::clone(&plates);
        cooks.push(thread::spawn(move || {
            let mut plates = plates.lock().unwrap();
            let plate = cook(&order);
            plates.push(plate.clone());
            plate
        }));
    }
    cooks
        .into_iter()
        .map(|cook| cook.join().map_err(message))
        .collect()
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
