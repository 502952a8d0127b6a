//! verdict: serial
//! A batch of four, and the next one when all of them have ended.

use std::thread::{Builder, JoinHandle};

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let mut plates = Vec::new();
    let numbered: Vec<(usize, String)> = (1..).zip(orders).collect();
    for batch in numbered.chunks(4) {
        let cooks: Vec<JoinHandle<String>> = batch
            .iter()
            .cloned()
            .map(|(number, order)| {
                let cook = move || cook(&order);
                Builder::new()
                    .name(format!("cook-{number}"))
                    .spawn(cook)
                    .unwrap()
            })
            .collect();
        plates.extend(cooks.into_iter().map(|cook| cook.join().unwrap()));
    }
    plates
}
