//! verdict: wrong_result
//! Forgets that a message can be put together.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let cooks: Vec<_> = orders
        .into_iter()
        .map(|order| thread::spawn(move || cook(&order)))
        .collect();
    cooks
        .into_iter()
        .map(|cook| {
            cook.join()
                .map_err(|panic| match panic.downcast_ref::<&str>() {
                    Some(text) => text.to_string(),
                    None => "no message".to_string(),
                })
        })
        .collect()
}
