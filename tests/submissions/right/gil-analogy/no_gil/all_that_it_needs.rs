//! Asks each bytecode for its lists, sorts them, drops doubles, and locks what is left.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

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
        let needed = match bytecode {
            Bytecode::Append { to, .. } => BTreeSet::from([to]),
            Bytecode::Extend { to, from } => BTreeSet::from([to, from]),
            Bytecode::Swap { a, b } => BTreeSet::from([a, b]),
        };
        let mut held: BTreeMap<usize, _> = needed
            .into_iter()
            .map(|number| (number, self.lists[number].lock().unwrap()))
            .collect();
        cooking();
        match bytecode {
            Bytecode::Append { to, item } => held.get_mut(&to).unwrap().push(item),
            Bytecode::Extend { to, from } => {
                let items = held[&from].clone();
                held.get_mut(&to).unwrap().extend(items);
            }
            Bytecode::Swap { a, b } => {
                let first = std::mem::take(&mut **held.get_mut(&a).unwrap());
                let second = std::mem::replace(&mut **held.get_mut(&b).unwrap(), first);
                if a == b {
                    return;
                }
                **held.get_mut(&a).unwrap() = second;
            }
        }
    }

    pub fn look(&self) -> Vec<Vec<u64>> {
        let lists: Vec<_> = self.lists.iter().map(|l| l.lock().unwrap()).collect();
        lists.iter().map(|list| list.to_vec()).collect()
    }
}
