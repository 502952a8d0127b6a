//! verdict: serial
//! A batch of four, and the next one when all of them have ended.

use std::any::Any;
use std::thread::{self, JoinHandle};

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let mut plates = Vec::new();
    for batch in orders.chunks(4) {
        let cooks: Vec<JoinHandle<String>> = batch
            .iter()
            .cloned()
            .map(|order| thread::spawn(move || cook(&order)))
            .collect();
        let ended = cooks.into_iter().map(JoinHandle::join);
        plates.extend(ended.map(|plate| plate.map_err(|panic| message(&*panic))));
    }
    plates
}

fn message(panic: &(dyn Any + Send)) -> String {
    if let Some(text) = panic.downcast_ref::<&'static str>() {
        text.to_string()
    } else if let Some(text) = panic.downcast_ref::<String>() {
        text.clone()
    } else {
        "no message".to_string()
    }
}
