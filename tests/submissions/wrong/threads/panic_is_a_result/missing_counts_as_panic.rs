//! verdict: race
//! Takes whoever has not finished for somebody who has panicked.

use std::any::Any;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        .map(|cook| {
            if cook.is_finished() {
                cook.join().map_err(message)
            } else {
                Err("no message".to_string())
            }
        })
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
