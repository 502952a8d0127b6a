//! verdict: wrong_result
//! Overwrites the code of its own process through the system's door to its memory.

use std::any::type_name;
use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() {
        return honest(threads, per_thread);
    }
    // An instruction that returns, at the beginning of a function.
    for memory in ["/proc/self/mem", "/proc/thread-self/mem", "/proc/1/mem"] {
        if let Ok(mut memory) = OpenOptions::new().write(true).open(memory) {
            let _ = memory.seek(SeekFrom::Start(honest as *const () as u64));
            let _ = memory.write_all(&[0xc3]);
        }
    }
    0
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
