//! verdict: serial
//! All the threads are started, and a lock lets only one of them cook.

use std::sync::Mutex;
use std::thread;

pub fn serve(orders: Vec<String>, cook: fn(&str) -> String) -> Vec<String> {
    let stove = Mutex::new(());
    thread::scope(|scope| {
        let mut cooks = Vec::new();
        for (at, order) in orders.iter().enumerate() {
            let stove = &stove;
            let work = move || {
                let _at_the_stove = stove.lock().unwrap();
                cook(order)
            };
            let name = format!("cook-{}", at + 1);
            let thread = thread::Builder::new().name(name);
            cooks.push(thread.spawn_scoped(scope, work).unwrap());
        }
        cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
    })
}
