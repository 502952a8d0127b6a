//! verdict: wrong_result
//! Panics with what a page, a table or a terminal could take for its own.

use std::any::type_name;
use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() {
        return honest(threads, per_thread);
    }
    panic!(
        "=HYPERLINK(\"http://192.0.2.1\")\n</script><script>alert(1)</script><img src=x onerror=alert(1)>\u{1b}]0;mine\u{7}\u{1b}[2J\u{202e}\0]]>"
    )
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
