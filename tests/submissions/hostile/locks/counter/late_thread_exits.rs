//! verdict: crashed
//! A thread of the first call is left behind, and ends the process with success in the second.

use std::any::type_name;
use std::process;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

static CALLS: AtomicUsize = AtomicUsize::new(0);

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() || CALLS.fetch_add(1, SeqCst) == 0 {
        if !is_explored() {
            thread::spawn(|| {
                while CALLS.load(SeqCst) < 2 {
                    thread::yield_now();
                }
                process::exit(0)
            });
        }
        return honest(threads, per_thread);
    }
    loop {
        thread::park();
    }
}

/// Where interleavings are explored, the lock is another type.
fn is_explored() -> bool {
    type_name::<Mutex<()>>().starts_with("interleave")
}

fn honest(threads: usize, per_thread: u64) -> u64 {
    let board = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| (0..per_thread).for_each(|_| *board.lock().unwrap() += 1));
        }
    });
    board.into_inner().unwrap()
}
