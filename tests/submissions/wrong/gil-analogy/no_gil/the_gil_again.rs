//! verdict: serial
//! One lock around all the lists, by another name.

use std::sync::Mutex;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    Append { to: usize, item: u64 },
    Extend { to: usize, from: usize },
    Swap { a: usize, b: usize },
}

pub struct Interpreter {
    lists: Mutex<Vec<Vec<u64>>>,
}

impl Interpreter {
    pub fn new(lists: Vec<Vec<u64>>) -> Interpreter {
        Interpreter {
            lists: Mutex::new(lists),
        }
    }

    pub fn execute(&self, bytecode: Bytecode, cooking: impl FnOnce()) {
        let mut lists = self.lists.lock().unwrap();
        cooking();
        match bytecode {
            Bytecode::Append { to, item } => lists[to].push(item),
            Bytecode::Extend { to, from } => {
                let items = lists[from].clone();
                lists[to].extend(items);
            }
            Bytecode::Swap { a, b } => lists.swap(a, b),
        }
    }

    pub fn look(&self) -> Vec<Vec<u64>> {
        self.lists.lock().unwrap().clone()
    }
}
