//! Two gates: one to come in, one to leave. The last one through each of them turns it.

use std::sync::{Condvar, Mutex};

#[derive(Default)]
struct Pass {
    inside: usize,
    leaving: bool,
}

pub struct Barrier {
    pass: Mutex<Pass>,
    turned: Condvar,
    threads: usize,
}

impl Barrier {
    pub fn new(threads: usize) -> Barrier {
        Barrier {
            pass: Mutex::default(),
            turned: Condvar::new(),
            threads,
        }
    }

    pub fn wait(&self) -> bool {
        let pass = self.pass.lock().unwrap();
        let mut pass = self.turned.wait_while(pass, |pass| pass.leaving).unwrap();
        pass.inside += 1;
        let last = pass.inside == self.threads;
        if last {
            pass.leaving = true;
            self.turned.notify_all();
        }
        let mut pass = self.turned.wait_while(pass, |pass| !pass.leaving).unwrap();
        pass.inside -= 1;
        if pass.inside == 0 {
            pass.leaving = false;
            self.turned.notify_all();
        }
        last
    }
}
