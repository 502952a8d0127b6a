//! verdict: race
//! Cooks with the first lock in hand, and takes both only to write.

use std::sync::{Mutex, MutexGuard};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    Append { to: usize, item: u64 },
    Extend { to: usize, from: usize },
    Swap { a: usize, b: usize },
}

pub struct Interpreter {
    lists: Vec<Mutex<Vec<u64>>>,
}

impl Interpreter {
    pub fn new(lists: Vec<Vec<u64>>) -> Interpreter {
        Interpreter {
            lists: lists.into_iter().map(Mutex::new).collect(),
        }
    }

    pub fn execute(&self, bytecode: Bytecode, cooking: impl FnOnce()) {
        match bytecode {
            Bytecode::Append { to, item } => {
                let mut to = self.lists[to].lock().unwrap();
                cooking();
                to.push(item);
            }
            Bytecode::Extend { to, from } if to == from => {
                let mut list = self.lists[to].lock().unwrap();
                cooking();
                let items = list.clone();
                list.extend(items);
            }
            Bytecode::Extend { to, from } => {
                let first = self.lists[to.min(from)].lock().unwrap();
                cooking();
                drop(first);
                let [mut to, from] = self.both(to, from);
                to.extend(from.iter());
            }
            Bytecode::Swap { a, b } if a == b => {
                let _list = self.lists[a].lock().unwrap();
                cooking();
            }
            Bytecode::Swap { a, b } => {
                let [mut a, mut b] = self.both(a, b);
                cooking();
                std::mem::swap(&mut *a, &mut *b);
            }
        }
    }

    fn both(&self, a: usize, b: usize) -> [MutexGuard<'_, Vec<u64>>; 2] {
        let first = self.lists[a.min(b)].lock().unwrap();
        let second = self.lists[a.max(b)].lock().unwrap();
        if a < b {
            [first, second]
        } else {
            [second, first]
        }
    }

    pub fn look(&self) -> Vec<Vec<u64>> {
        let lists: Vec<_> = self.lists.iter().map(|l| l.lock().unwrap()).collect();
        lists.iter().map(|list| list.to_vec()).collect()
    }
}
