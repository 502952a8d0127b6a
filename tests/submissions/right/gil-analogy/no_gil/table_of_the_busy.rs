//! One lock for a short moment says who is busy; a condition variable for those who wait.

use std::sync::{Condvar, Mutex};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    Append { to: usize, item: u64 },
    Extend { to: usize, from: usize },
    Swap { a: usize, b: usize },
}

pub struct Interpreter {
    /// `None`: somebody has it in hand.
    lists: Mutex<Vec<Option<Vec<u64>>>>,
    back: Condvar,
}

impl Interpreter {
    pub fn new(lists: Vec<Vec<u64>>) -> Interpreter {
        Interpreter {
            lists: Mutex::new(lists.into_iter().map(Some).collect()),
            back: Condvar::new(),
        }
    }

    fn with(&self, a: usize, b: usize, change: impl FnOnce(&mut Vec<u64>, Option<&mut Vec<u64>>)) {
        let lists = self.lists.lock().unwrap();
        let mut lists = self
            .back
            .wait_while(lists, |lists| lists[a].is_none() || lists[b].is_none())
            .unwrap();
        let mut first = lists[a].take().unwrap();
        let mut second = lists[b].take();
        drop(lists);
        change(&mut first, second.as_mut());
        let mut lists = self.lists.lock().unwrap();
        if second.is_some() {
            lists[b] = second;
        }
        lists[a] = Some(first);
        self.back.notify_all();
    }

    pub fn execute(&self, bytecode: Bytecode, cooking: impl FnOnce()) {
        match bytecode {
            Bytecode::Append { to, item } => self.with(to, to, |to, _| {
                cooking();
                to.push(item);
            }),
            Bytecode::Extend { to, from } => self.with(to, from, |to, from| {
                cooking();
                let items = from.map_or(to.clone(), |from| from.clone());
                to.extend(items);
            }),
            Bytecode::Swap { a, b } => self.with(a, b, |a, b| {
                cooking();
                if let Some(b) = b {
                    std::mem::swap(a, b);
                }
            }),
        }
    }

    pub fn look(&self) -> Vec<Vec<u64>> {
        let lists = self.lists.lock().unwrap();
        let lists = self
            .back
            .wait_while(lists, |lists| lists.contains(&None))
            .unwrap();
        lists.iter().flatten().cloned().collect()
    }
}
