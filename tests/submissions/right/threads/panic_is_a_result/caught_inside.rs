//! Each thread catches its own panic, and so always ends well.

use std::any::Any;
use std::panic::catch_unwind;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || catch_unwind(|| cook(&order)).map_err(message)))
        .collect();
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
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
