//! verdict: race
//! Cooks the newest order first.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;

#[derive(Default)]
struct Board {
    notes: Mutex<Notes>,
    changed: Condvar,
}

#[derive(Default)]
struct Notes {
    orders: VecDeque<(u64, u32)>,
    answers: BTreeMap<u64, u32>,
    next_number: u64,
    guests: usize,
    closing: bool,
    dead: bool,
}

impl Board {
    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap()
    }
}

/// Writes "dead" on the board when the kitchen's thread ends, however it ends.
struct Cook(Arc<Board>);

impl Drop for Cook {
    fn drop(&mut self) {
        self.0.notes().dead = true;
        self.0.changed.notify_all();
    }
}

pub struct Kitchen {
    thread: JoinHandle<usize>,
    board: Arc<Board>,
}

pub struct Guest(Arc<Board>);

pub struct Ticket(Arc<Board>, u64);

impl Kitchen {
    pub fn open(mut cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        let board = Arc::new(Board::default());
        let own = Cook(Arc::clone(&board));
        let thread = std::thread::spawn(move || {
            let mut cooked = 0;
            loop {
                let notes = own.0.notes();
                let mut notes = own
                    .0
                    .changed
                    .wait_while(notes, |notes| {
                        notes.orders.is_empty() && !(notes.closing && notes.guests == 0)
                    })
                    .unwrap();
                let Some((number, dish)) = notes.orders.pop_back() else {
                    return cooked;
                };
                drop(notes);
                let dish = cook(dish);
                cooked += 1;
                own.0.notes().answers.insert(number, dish);
                own.0.changed.notify_all();
            }
        });
        Kitchen { thread, board }
    }

    pub fn guest(&self) -> Guest {
        self.board.notes().guests += 1;
        Guest(Arc::clone(&self.board))
    }

    pub fn close(self) -> usize {
        self.board.notes().closing = true;
        self.board.changed.notify_all();
        self.thread.join().unwrap()
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let mut notes = self.0.notes();
        let number = notes.next_number;
        notes.next_number += 1;
        notes.orders.push_back((number, dish));
        drop(notes);
        self.0.changed.notify_all();
        Ticket(Arc::clone(&self.0), number)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.notes().guests -= 1;
        self.0.changed.notify_all();
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        let notes = self.0.notes();
        let mut notes = self
            .0
            .changed
            .wait_while(notes, |notes| {
                !notes.dead && !notes.answers.contains_key(&self.1)
            })
            .unwrap();
        notes.answers.remove(&self.1)
    }
}
