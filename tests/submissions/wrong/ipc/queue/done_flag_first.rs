//! verdict: race
//! The flag that all waiters are done is raised, and what still hangs on the rail is left there.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let rail = Mutex::new((VecDeque::new(), false));
    let changed = Condvar::new();
    let plates = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..cooks {
            scope.spawn(|| {
                loop {
                    let guard = rail.lock().unwrap();
                    let mut guard = changed
                        .wait_while(guard, |rail| rail.0.is_empty() && !rail.1)
                        .unwrap();
                    if guard.1 {
                        return;
                    }
                    let order = guard.0.pop_front().unwrap();
                    drop(guard);
                    let plate = cook(order);
                    plates.lock().unwrap().push(plate);
                }
            });
        }
        thread::scope(|scope| {
            for waiter in 0..waiters {
                let (rail, changed, listen) = (&rail, &changed, &listen);
                scope.spawn(move || {
                    while let Some(order) = listen(waiter) {
                        rail.lock().unwrap().0.push_back(order);
                        changed.notify_one();
                    }
                });
            }
        });
        rail.lock().unwrap().1 = true;
        changed.notify_all();
    });
    plates.into_inner().unwrap()
}
