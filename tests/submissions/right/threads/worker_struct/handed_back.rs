//! The thread hands the cook back through a channel; the handle only says that it has ended.

use std::sync::mpsc::{self, Receiver};
use std::thread::{Builder, JoinHandle};

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork {
    door: Receiver<Cook>,
    thread: JoinedOnDrop,
}

struct JoinedOnDrop(Option<JoinHandle<()>>);

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
        let (leave, door) = mpsc::channel();
        let thread = Builder::new().name(self.name.clone());
        let work = move || {
            while !self.orders.is_empty() {
                let order = self.orders.remove(0);
                self.plates.push((self.recipe)(&order));
            }
            // Nobody is at the door when the cook was dropped.
            let _ = leave.send(self);
        };
        AtWork {
            door,
            thread: JoinedOnDrop(Some(thread.spawn(work).unwrap())),
        }
    }
}

impl AtWork {
    pub fn join(self) -> Cook {
        let cook = self.door.recv().unwrap();
        drop(self.thread);
        cook
    }
}

impl Drop for JoinedOnDrop {
    fn drop(&mut self) {
        if let Some(thread) = self.0.take() {
            let _ = thread.join();
        }
    }
}
