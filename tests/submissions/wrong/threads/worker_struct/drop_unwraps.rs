//! verdict: wrong_result
//! Joins in its drop and unwraps: the panic of the thread comes out of the drop.

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
        AtWork {
            thread: Some(thread.spawn(work).unwrap()),
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
            thread.join().unwrap();
        }
    }
}
