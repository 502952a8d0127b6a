//! A scope whose threads are all joined by hand: a panic that is seen is no panic of the scope.

use std::any::Any;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    thread::scope(|scope| {
        let mut cooks = Vec::new();
        for order in &orders {
            cooks.push(scope.spawn(move || cook(order)));
        }
        cooks
            .into_iter()
            .map(|cook| cook.join().map_err(message))
            .collect()
    })
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
