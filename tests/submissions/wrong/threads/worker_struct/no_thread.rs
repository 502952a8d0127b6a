//! verdict: serial
//! Works in `start`, without any thread.

pub struct Cook {
    name: String,
    recipe: fn(&str) -> String,
    orders: Vec<String>,
    plates: Vec<String>,
}

pub struct AtWork(Cook);

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
        for order in std::mem::take(&mut self.orders) {
            self.plates.push((self.recipe)(&order));
        }
        AtWork(self)
    }
}

impl AtWork {
    pub fn join(self) -> Cook {
        self.0
    }
}
