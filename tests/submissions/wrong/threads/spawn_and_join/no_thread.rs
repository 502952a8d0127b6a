//! verdict: serial
//! The right plates without any thread.

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    orders.iter().map(|order| cook(order)).collect()
}
