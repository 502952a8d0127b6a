//! verdict: wrong_result
//! Leaves the waiting to the scope, which panics when one of its threads has.

use std::sync::Mutex;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<Result<String, String>> {
    let results = Mutex::new(vec![Err("no message".to_string()); orders.len()]);
    thread::scope(|scope| {
        for (at, order) in orders.iter().enumerate() {
            let results = &results;
            scope.spawn(move || {
                let plate = cook(order);
                results.lock().unwrap()[at] = Ok(plate);
            });
        }
    });
    results.into_inner().unwrap()
}
