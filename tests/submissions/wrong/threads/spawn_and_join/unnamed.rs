//! verdict: wrong_result
//! Threads without names.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
}
