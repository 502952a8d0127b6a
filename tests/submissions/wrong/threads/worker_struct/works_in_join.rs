//! verdict: serial
//! Nothing happens before somebody waits for it.

use std::thread::Builder;

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork {
    cook: Option<Cook>,
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
        AtWork { cook: Some(self) }
    }
}

impl AtWork {
    pub fn join(mut self) -> Cook {
        run(self.cook.take().unwrap()).unwrap()
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(cook) = self.cook.take() {
            let _ = run(cook);
        }
    }
}

fn run(mut cook: Cook) -> std::thread::Result<Cook> {
    let thread = Builder::new().name(cook.name.clone());
    let work = move || {
        for order in std::mem::take(&mut cook.orders) {
            cook.plates.push((cook.recipe)(&order));
        }
        cook
    };
    thread.spawn(work).unwrap().join()
}
