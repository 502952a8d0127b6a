//! verdict: wrong_result
//! Keeps what went well, and says nothing of the rest.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        .filter_map(|cook| cook.join().ok())
        .map(Ok)
        .collect()
}
