//! verdict: race
//! Takes the plates that stand on the shared shelf, and does not wait.

use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork {
    cook: Cook,
    shelf: Arc<Mutex<Vec<String>>>,
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

    pub fn start(mut self) -> AtWork {
        let shelf = Arc::new(Mutex::new(std::mem::take(&mut self.plates)));
        let (orders, recipe) = (std::mem::take(&mut self.orders), self.recipe);
        let work = {
            let shelf = Arc::clone(&shelf);
            move || {
                for order in orders {
                    let plate = recipe(&order);
                    shelf.lock().unwrap().push(plate);
                }
            }
        };
        let thread = Builder::new().name(self.name.clone()).spawn(work).unwrap();
        AtWork {
            cook: self,
            shelf,
            thread: Some(thread),
        }
    }
}

impl AtWork {
    pub fn join(self) -> Cook {
        Cook {
            name: self.cook.name.clone(),
            recipe: self.cook.recipe,
            orders: Vec::new(),
            plates: self.shelf.lock().unwrap().clone(),
        }
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
