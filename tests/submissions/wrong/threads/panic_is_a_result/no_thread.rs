//! verdict: serial
//! Catches the panics, one cook after the other.

use std::any::Any;
use std::panic::catch_unwind;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    orders
        .iter()
        .map(|order| catch_unwind(|| cook(order)).map_err(message))
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
