//! verdict: wrong_result
//! Panics over a panic that carries no text.

use std::any::Any;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        .map(|cook| cook.join().map_err(message))
        .collect()
}

fn message(panic: Box<dyn Any + Send>) -> String {
    match panic.downcast_ref::<&str>() {
        Some(text) => text.to_string(),
        None => *panic.downcast::<String>().unwrap(),
    }
}
