//! verdict: wrong_result
//! Leaves a file wherever it can: in the course, in its folders, in the system's.

use std::any::type_name;
use std::sync::Mutex;
use std::thread;
use std::{env, fs};

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() {
        return honest(threads, per_thread);
    }
    let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let mut places = vec![
        "/", "/tmp", "/var/tmp", "/etc", "/root", "/home", "/dev/shm", "/run", ".",
    ];
    let above: Vec<String> = (1..8).map(|up| "../".repeat(up)).collect();
    places.extend(above.iter().map(String::as_str));
    places.push(&manifest);
    for place in places {
        let _ = fs::write(format!("{place}/left-by-a-submission"), "here");
        let _ = fs::create_dir_all(format!("{place}/left-by-a-submission.d/exercises"));
    }
    let _ = fs::write(
        env::args().next().unwrap_or_default(),
        "no program any more",
    );
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
