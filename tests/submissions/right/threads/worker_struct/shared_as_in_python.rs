//! As in Python: both sides see the state, behind a lock.

use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
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
            state: Arc::default(),
        }
    }

    pub fn order(&mut self, dish: &str) {
        self.state.lock().unwrap().orders.push(dish.to_string());
    }

    pub fn plates(&self) -> Vec<String> {
        self.state.lock().unwrap().plates.clone()
    }

    pub fn start(self) -> AtWork {
        let (recipe, state) = (self.recipe, Arc::clone(&self.state));
        let work = move || {
            let orders: Vec<String> = state.lock().unwrap().orders.drain(..).collect();
            for order in orders {
                let plate = recipe(&order);
                state.lock().unwrap().plates.push(plate);
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
