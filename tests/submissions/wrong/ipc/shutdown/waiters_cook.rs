//! verdict: serial
//! No cook at all: who hands an order in cooks it.

use std::sync::{Arc, Mutex};

type Cook = Arc<dyn Fn(u32) -> u32 + Send + Sync>;
type Plates = Arc<Mutex<Option<Vec<u32>>>>;

pub struct Kitchen {
    cook: Cook,
    plates: Plates,
}

pub struct Waiter {
    cook: Cook,
    plates: Plates,
}

impl Kitchen {
    pub fn open(cooks: usize, cook: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Kitchen {
        let _ = cooks;
        Kitchen {
            cook: Arc::new(cook),
            plates: Arc::new(Mutex::new(Some(Vec::new()))),
        }
    }

    pub fn waiter(&self) -> Waiter {
        Waiter {
            cook: self.cook.clone(),
            plates: self.plates.clone(),
        }
    }

    pub fn close(self) -> Vec<u32> {
        self.plates.lock().unwrap().take().unwrap()
    }
}

impl Waiter {
    pub fn order(&self, order: u32) -> Result<(), u32> {
        if self.plates.lock().unwrap().is_none() {
            return Err(order);
        }
        let plate = (self.cook)(order);
        match &mut *self.plates.lock().unwrap() {
            Some(plates) => plates.push(plate),
            None => return Err(order),
        }
        Ok(())
    }
}
