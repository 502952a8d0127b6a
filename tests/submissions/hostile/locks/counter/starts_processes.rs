//! verdict: wrong_result
//! Starts itself again and again, in an exercise that needs no process.

use std::any::type_name;
use std::env;
use std::process::Command;
use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() {
        return honest(threads, per_thread);
    }
    let arguments: Vec<String> = env::args().collect();
    let mut started = Vec::new();
    for _ in 0..10_000 {
        match Command::new(&arguments[0]).args(&arguments[1..]).spawn() {
            Ok(child) => started.push(child),
            Err(error) => panic!("{} processes, then {error}", started.len()),
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
