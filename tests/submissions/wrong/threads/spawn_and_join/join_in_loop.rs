//! verdict: serial
//! Each cook is waited for before the next one begins.

use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let mut plates = Vec::new();
    for (at, order) in orders.into_iter().enumerate() {
        let name = format!("cook-{}", at + 1);
        let thread = thread::Builder::new()
            .name(name)
            .spawn(move || cook(&order))
            .unwrap();
        plates.push(thread.join().unwrap());
    }
    plates
}
