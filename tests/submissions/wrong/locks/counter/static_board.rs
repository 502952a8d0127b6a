//! verdict: wrong_result
//! Right the first time: the second call goes on counting from there.

use std::sync::Mutex;
use std::thread;

static BOARD: Mutex<u64> = Mutex::new(0);

pub fn count(threads: usize, per_thread: u64) -> u64 {
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..per_thread {
                    *BOARD.lock().unwrap() += 1;
                }
            });
        }
    });
    *BOARD.lock().unwrap()
}
