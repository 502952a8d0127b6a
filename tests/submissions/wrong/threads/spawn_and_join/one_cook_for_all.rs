//! verdict: serial
//! A thread, but one for everything.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    thread::spawn(move || orders.iter().map(|order| cook(order)).collect())
        .join()
        .unwrap()
}
