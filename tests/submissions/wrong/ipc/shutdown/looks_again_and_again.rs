//! verdict: livelock
//! A cook without orders looks again and again.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;

#[derive(Default)]
struct Desk {
    state: Mutex<(VecDeque<u32>, bool)>,
    changed: Condvar,
}

impl Desk {
    fn next(&self) -> Option<u32> {
        loop {
            let mut state = self.state.lock().unwrap();
            if let Some(order) = state.0.pop_front() {
                return Some(order);
            }
            if state.1 {
                return None;
            }
            drop(state);
            std::thread::yield_now();
        }
    }
}

pub struct Kitchen {
    cooks: Vec<JoinHandle<Vec<u32>>>,
    desk: Arc<Desk>,
}

pub struct Waiter {
    desk: Arc<Desk>,
}

impl Kitchen {
    pub fn open(cooks: usize, cook: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Kitchen {
        let (desk, cook) = (Arc::new(Desk::default()), Arc::new(cook));
        let mut threads = Vec::new();
        for _ in 0..cooks {
            let (desk, cook) = (desk.clone(), cook.clone());
            threads.push(std::thread::spawn(move || {
                let mut plates = Vec::new();
                while let Some(order) = desk.next() {
                    plates.push(cook(order));
                }
                plates
            }));
        }
        Kitchen {
            cooks: threads,
            desk,
        }
    }

    pub fn waiter(&self) -> Waiter {
        Waiter {
            desk: self.desk.clone(),
        }
    }

    pub fn close(self) -> Vec<u32> {
        self.desk.state.lock().unwrap().1 = true;
        self.desk.changed.notify_all();
        let mut plates = Vec::new();
        for cook in self.cooks {
            plates.extend(cook.join().unwrap());
        }
        plates
    }
}

impl Waiter {
    pub fn order(&self, order: u32) -> Result<(), u32> {
        let mut state = self.desk.state.lock().unwrap();
        if state.1 {
            return Err(order);
        }
        state.0.push_back(order);
        self.desk.changed.notify_one();
        Ok(())
    }
}
