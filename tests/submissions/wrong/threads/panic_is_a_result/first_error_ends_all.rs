//! verdict: wrong_result
//! Returns as soon as one cook has failed.

use std::any::Any;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    let mut results = Vec::new();
    for cook in cooks {
        match cook.join() {
            Ok(plate) => results.push(Ok(plate)),
            Err(panic) => return vec![Err(message(panic))],
        }
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
