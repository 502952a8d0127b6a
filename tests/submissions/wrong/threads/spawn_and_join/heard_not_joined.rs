//! verdict: leak
//! Has every plate and never asks whether the cooks have ended.

use std::sync::mpsc;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let mut arrived = Vec::new();
    for (at, order) in orders.into_iter().enumerate() {
        let (pass, plate) = mpsc::channel();
        thread::Builder::new()
            .name(format!("cook-{}", at + 1))
            .spawn(move || pass.send(cook(&order)).unwrap())
            .unwrap();
        arrived.push(plate);
    }
    arrived.iter().map(|plate| plate.recv().unwrap()).collect()
}
