//! verdict: wrong_result
//! Prints the box and not what is in it.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        .map(|cook| cook.join().map_err(|panic| format!("{panic:?}")))
        .collect()
}
