//! verdict: wrong_result
//! The thread works on a clone, and the original comes back.

use std::thread::{Builder, JoinHandle};

#[derive(Clone)]
pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork {
    cook: Option<Cook>,
    thread: Option<JoinHandle<()>>,
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

    pub fn start(self) -> AtWork {
        let mut cook = self.clone();
        let work = move || {
            for order in std::mem::take(&mut cook.orders) {
                cook.plates.push((cook.recipe)(&order));
            }
        };
        let thread = Builder::new().name(self.name.clone()).spawn(work).unwrap();
        AtWork {
            cook: Some(self),
            thread: Some(thread),
        }
    }
}

impl AtWork {
    pub fn join(mut self) -> Cook {
        self.thread.take().unwrap().join().unwrap();
        self.cook.take().unwrap()
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
