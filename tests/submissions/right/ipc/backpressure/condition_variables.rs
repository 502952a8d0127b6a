//! A queue of its own: a lock, two conditions, and a word from each side that it has gone.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

struct Pass<P> {
    plates: VecDeque<P>,
    cook_gone: bool,
    waiter_gone: bool,
}

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    mut bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let pass = Mutex::new(Pass {
        plates: VecDeque::new(),
        cook_gone: false,
        waiter_gone: false,
    });
    let (not_full, not_empty) = (Condvar::new(), Condvar::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            while let Some(plate) = make() {
                let guard = pass.lock().unwrap();
                let mut guard = not_full
                    .wait_while(guard, |pass| pass.plates.len() == room && !pass.waiter_gone)
                    .unwrap();
                if guard.waiter_gone {
                    return;
                }
                guard.plates.push_back(plate);
                not_empty.notify_one();
            }
            pass.lock().unwrap().cook_gone = true;
            not_empty.notify_one();
        });
        let mut brought = Vec::new();
        loop {
            let guard = pass.lock().unwrap();
            let mut guard = not_empty
                .wait_while(guard, |pass| pass.plates.is_empty() && !pass.cook_gone)
                .unwrap();
            let Some(plate) = guard.plates.pop_front() else {
                return brought;
            };
            not_full.notify_one();
            drop(guard);
            match bring(plate) {
                Some(result) => brought.push(result),
                None => break,
            }
        }
        pass.lock().unwrap().waiter_gone = true;
        not_full.notify_one();
        brought
    })
}
