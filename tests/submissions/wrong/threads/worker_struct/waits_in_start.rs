//! verdict: serial
//! Waits for the thread before `start` returns.

use std::thread::{Builder, JoinHandle};

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork {
    thread: Option<JoinHandle<Cook>>,
}

impl Cook {
    pub fn new(name: &str, recipe: fn(&str) -> String) -> Cook {
        Cook {
            name: name.to_string(),
            recipe,
            orders: Vec::new(),
            plates: Vec::new(),
        }
    }

    pub fn order(&mut self, dish: &str) {
        self.orders.push(dish.to_string());
    }

    pub fn plates(&self) -> Vec<String> {
        self.plates.clone()
    }

    pub fn start(mut self) -> AtWork {
        let thread = Builder::new().name(self.name.clone());
        let work = move || {
            for order in std::mem::take(&mut self.orders) {
                self.plates.push((self.recipe)(&order));
            }
            self
        };
        let cook = thread.spawn(work).unwrap().join().unwrap();
        AtWork {
            thread: Some(std::thread::spawn(move || cook)),
        }
    }
}

impl AtWork {
    pub fn join(mut self) -> Cook {
        self.thread.take().unwrap().join().unwrap()
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
