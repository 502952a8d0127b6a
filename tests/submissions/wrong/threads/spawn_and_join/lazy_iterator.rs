//! verdict: serial
//! An iterator starts nothing until it is asked: each thread is joined before the next one is started.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    orders
        .into_iter()
        .enumerate()
        .map(|(at, order)| {
            thread::Builder::new()
                .name(format!("cook-{}", at + 1))
                .spawn(move || cook(&order))
                .unwrap()
        })
        .map(|cook| cook.join().unwrap())
        .collect()
}
