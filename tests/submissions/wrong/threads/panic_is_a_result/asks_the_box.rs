//! verdict: wrong_result
//! `&panic` is the box, and a box is never a text.

use std::any::Any;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        .map(|cook| cook.join().map_err(|panic| message(&panic)))
        .collect()
}

fn message(panic: &(dyn Any + Send)) -> String {
    if let Some(text) = panic.downcast_ref::<&str>() {
        text.to_string()
    } else if let Some(text) = panic.downcast_ref::<String>() {
        text.clone()
    } else {
        "no message".to_string()
    }
}
