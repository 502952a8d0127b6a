//! verdict: deadlock
//! Holds the lock of the shared state while it waits for the thread that needs it.

use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork {
    cook: Arc<Mutex<Cook>>,
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
        let thread = Builder::new().name(self.name.clone());
        let cook = Arc::new(Mutex::new(self));
        let shared = Arc::clone(&cook);
        let work = move || {
            let mut cook = shared.lock().unwrap();
            for order in std::mem::take(&mut cook.orders) {
                let plate = (cook.recipe)(&order);
                cook.plates.push(plate);
            }
        };
        let thread = Some(thread.spawn(work).unwrap());
        AtWork { cook, thread }
    }
}

impl AtWork {
    pub fn join(mut self) -> Cook {
        let mut cook = self.cook.lock().unwrap();
        self.thread.take().unwrap().join().unwrap();
        let recipe = cook.recipe;
        std::mem::replace(&mut *cook, Cook::new("nobody", recipe))
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
