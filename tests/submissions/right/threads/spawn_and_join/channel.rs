//! Numbered plates through a channel, sorted; then all are joined.

use std::sync::mpsc;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let (pass, arrived) = mpsc::channel();
    let cooks: Vec<_> = (1..)
        .zip(orders)
        .map(|(number, order)| {
            let pass = pass.clone();
            thread::Builder::new()
                .name(format!("cook-{number}"))
                .spawn(move || pass.send((number, cook(&order))).unwrap())
                .unwrap()
        })
        .collect();
    drop(pass);
    let mut plates: Vec<(i32, String)> = arrived.into_iter().collect();
    plates.sort();
    for cook in cooks {
        cook.join().unwrap();
    }
    plates.into_iter().map(|(_, plate)| plate).collect()
}
