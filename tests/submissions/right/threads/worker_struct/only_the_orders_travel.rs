//! The cook stays here; the thread gets the orders and gives back plates.

use std::thread::{Builder, JoinHandle};

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork {
    cook: Option<Cook>,
    thread: Option<JoinHandle<Vec<String>>>,
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
        let (recipe, orders) = (self.recipe, std::mem::take(&mut self.orders));
        let thread = Builder::new()
            .name(self.name.clone())
            .spawn(move || orders.iter().map(|order| recipe(order)).collect())
            .unwrap();
        AtWork {
            cook: Some(self),
            thread: Some(thread),
        }
    }
}

impl AtWork {
    pub fn join(mut self) -> Cook {
        let made = self.thread.take().unwrap().join().unwrap();
        let mut cook = self.cook.take().unwrap();
        cook.plates.extend(made);
        cook
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
