//! Increments under a mutex: the smallest correct program.

use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join_all;

/// `threads` threads increment one counter `per` times each, under a mutex.
///
/// Outcomes: `threads × per`, nothing else. There are `(threads × per)! / per!^threads` orders of the critical
/// sections, the floor of any exact exploration.
pub fn locked(threads: usize, per: u64) -> u64 {
    let counter = Arc::new(Mutex::new(0));
    let handles = (0..threads)
        .map(|_| {
            let counter = Arc::clone(&counter);
            thread::spawn(move || (0..per).for_each(|_| *counter.lock().unwrap() += 1))
        })
        .collect();
    join_all(handles);
    *counter.lock().unwrap()
}
