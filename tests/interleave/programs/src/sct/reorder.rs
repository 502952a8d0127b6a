//! `reorder_4` and `reorder_5`: three or four threads set `a`, then `b`; a checker claims to see both or neither.
//! The bug is found only where all the setters are held up in the right places, which drowns a depth-first search in
//! equivalent interleavings.

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join_all;

/// What the failed assertion says.
pub const SHOWS: &str = "saw one without the other";

/// Outcomes: `()`, and a failed assertion where the checker comes between the first `a` and the first `b`.
pub fn wrong<const SETTERS: usize>() {
    let pair = Arc::new((AtomicI32::new(0), AtomicI32::new(0)));
    run::<SETTERS, _>(
        pair,
        |(a, b)| {
            a.store(1, SeqCst);
            b.store(-1, SeqCst);
        },
        |(a, b)| (a.load(SeqCst), b.load(SeqCst)),
    );
}

/// Outcomes: `()`: the pair is behind one lock.
pub fn right<const SETTERS: usize>() {
    let pair = Arc::new(Mutex::new((0, 0)));
    run::<SETTERS, _>(
        pair,
        |pair| *pair.lock().unwrap() = (1, -1),
        |pair| *pair.lock().unwrap(),
    );
}

fn run<const SETTERS: usize, P: Send + Sync + 'static>(
    pair: Arc<P>,
    set: fn(&P),
    get: fn(&P) -> (i32, i32),
) {
    let mut handles: Vec<_> = (0..SETTERS)
        .map(|_| {
            let pair = Arc::clone(&pair);
            thread::spawn(move || set(&pair))
        })
        .collect();
    handles.push(thread::spawn(move || {
        assert!(matches!(get(&pair), (0, 0) | (1, -1)), "{SHOWS}");
    }));
    join_all(handles);
}
