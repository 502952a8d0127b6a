//! verdict: wrong_result
//! Panics because somebody else has.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        .map(|cook| Ok(cook.join().unwrap()))
        .collect()
}
