//! verdict: serial
//! No thread: the dish is cooked by whoever waits for it.

use std::sync::{Arc, Mutex};

type Cook = Arc<Mutex<dyn FnMut(u32) -> u32 + Send>>;

pub struct Kitchen {
    cook: Cook,
    cooked: Arc<Mutex<usize>>,
}

pub struct Guest {
    cook: Cook,
    cooked: Arc<Mutex<usize>>,
}

pub struct Ticket {
    cook: Cook,
    dish: u32,
}

impl Kitchen {
    pub fn open(cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        Kitchen {
            cook: Arc::new(Mutex::new(cook)),
            cooked: Arc::default(),
        }
    }

    pub fn guest(&self) -> Guest {
        Guest {
            cook: self.cook.clone(),
            cooked: self.cooked.clone(),
        }
    }

    pub fn close(self) -> usize {
        *self.cooked.lock().unwrap()
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        *self.cooked.lock().unwrap() += 1;
        Ticket {
            cook: self.cook.clone(),
            dish,
        }
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        let mut cook = self.cook.lock().ok()?;
        Some(cook(self.dish))
    }
}
