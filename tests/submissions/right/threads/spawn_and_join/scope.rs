//! A scope: the threads borrow the orders.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    thread::scope(|scope| {
        let cooks: Vec<_> = orders
            .iter()
            .enumerate()
            .map(|(at, order)| {
                thread::Builder::new()
                    .name(format!("cook-{}", at + 1))
                    .spawn_scoped(scope, move || cook(order))
                    .unwrap()
            })
            .collect();
        cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
    })
}
