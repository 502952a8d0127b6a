//! As `concurrent.futures.Future` is built: a slot, a lock and a condition. What is dropped without an answer says so.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;

enum State {
    Pending,
    Done(u32),
    Lost,
}

struct Slot {
    state: Mutex<State>,
    changed: Condvar,
}

/// The kitchen's half of the slot.
struct Promise(Arc<Slot>);

impl Promise {
    fn settle(&self, state: State) {
        let mut now = self.0.state.lock().unwrap();
        if matches!(*now, State::Pending) {
            *now = state;
            self.0.changed.notify_one();
        }
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        self.settle(State::Lost);
    }
}

pub struct Kitchen {
    thread: JoinHandle<usize>,
    orders: Sender<(u32, Promise)>,
}

pub struct Guest {
    orders: Sender<(u32, Promise)>,
}

pub struct Ticket(Arc<Slot>);

impl Kitchen {
    pub fn open(mut cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        let (orders, next) = channel::<(u32, Promise)>();
        let thread = std::thread::spawn(move || {
            let mut cooked = 0;
            while let Ok((dish, promise)) = next.recv() {
                promise.settle(State::Done(cook(dish)));
                cooked += 1;
            }
            cooked
        });
        Kitchen { thread, orders }
    }

    pub fn guest(&self) -> Guest {
        Guest {
            orders: self.orders.clone(),
        }
    }

    pub fn close(self) -> usize {
        std::mem::drop(self.orders);
        self.thread.join().unwrap()
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let slot = Arc::new(Slot {
            state: Mutex::new(State::Pending),
            changed: Condvar::new(),
        });
        let _ = self.orders.send((dish, Promise(Arc::clone(&slot))));
        Ticket(slot)
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        let state = self.0.state.lock().unwrap();
        let state = self
            .0
            .changed
            .wait_while(state, |state| matches!(state, State::Pending))
            .unwrap();
        match *state {
            State::Done(dish) => Some(dish),
            _ => None,
        }
    }
}
