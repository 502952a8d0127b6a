//! A list that is only read is locked for reading.

use std::sync::RwLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    Append { to: usize, item: u64 },
    Extend { to: usize, from: usize },
    Swap { a: usize, b: usize },
}

pub struct Interpreter {
    lists: Vec<RwLock<Vec<u64>>>,
}

impl Interpreter {
    pub fn new(lists: Vec<Vec<u64>>) -> Interpreter {
        Interpreter {
            lists: lists.into_iter().map(RwLock::new).collect(),
        }
    }

    pub fn execute(&self, bytecode: Bytecode, cooking: impl FnOnce()) {
        let write = |number: usize| self.lists[number].write().unwrap();
        let read = |number: usize| self.lists[number].read().unwrap();
        match bytecode {
            Bytecode::Append { to, item } => {
                let mut to = write(to);
                cooking();
                to.push(item);
            }
            Bytecode::Extend { to, from } if to < from => {
                let mut to = write(to);
                let from = read(from);
                cooking();
                to.extend_from_slice(&from);
            }
            Bytecode::Extend { to, from } if to > from => {
                let from = read(from);
                let mut to = write(to);
                cooking();
                to.extend_from_slice(&from);
            }
            Bytecode::Extend { to, .. } => {
                let mut list = write(to);
                cooking();
                let length = list.len();
                list.extend_from_within(0..length);
            }
            Bytecode::Swap { a, b } => {
                let mut first = write(a.min(b));
                if a == b {
                    return cooking();
                }
                let mut second = write(a.max(b));
                cooking();
                std::mem::swap(&mut *first, &mut *second);
            }
        }
    }

    pub fn look(&self) -> Vec<Vec<u64>> {
        let lists: Vec<_> = self.lists.iter().map(|list| list.read().unwrap()).collect();
        lists.iter().map(|list| list.to_vec()).collect()
    }
}
