//! A functional style: start the first, serve the rest, then wait for the first.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    serve_from(1, &orders, cook)
}

fn serve_from(number: usize, orders: &[String], cook: fn(&str) -> String) -> Vec<String> {
    let Some((order, rest)) = orders.split_first() else {
        return Vec::new();
    };
    let order = order.clone();
    let first = thread::Builder::new()
        .name(format!("cook-{number}"))
        .spawn(move || cook(&order))
        .unwrap();
    let rest = serve_from(number + 1, rest, cook);
    [vec![first.join().unwrap()], rest].concat()
}
