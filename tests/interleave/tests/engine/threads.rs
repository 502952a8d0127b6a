//! Threads that nobody waits for, yields, and panics under way.

use interleave::outcomes;
use interleave_std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{Arc, Mutex};
use interleave_std::thread;
use interleave_std::time::Duration;

#[test]
fn a_panic_that_nobody_joins_is_part_of_the_outcome() {
    let found = outcomes(|| {
        let flag = Arc::new(AtomicBool::new(false));
        let seen = flag.clone();
        thread::spawn(move || assert!(!seen.load(SeqCst), "too late"));
        flag.store(true, SeqCst);
        u32::from(flag.load(SeqCst))
    });
    assert_eq!(found.set(), "{1, 1 (lost panic: too late)}");
}

#[test]
fn threads_left_running_are_counted() {
    let found = outcomes(|| {
        for _ in 0..2 {
            thread::spawn(thread::park);
        }
    });
    assert_eq!((found.set().as_str(), found.left_running()), ("{()}", 2));
}

#[test]
fn a_sleep_orders_nothing() {
    let found = outcomes(|| {
        let done = Arc::new(AtomicU32::new(0));
        let worker = done.clone();
        let handle = thread::spawn(move || worker.store(1, SeqCst));
        thread::sleep(Duration::from_secs(60));
        let seen = done.load(SeqCst);
        handle.join().unwrap();
        seen
    });
    assert_eq!(found.set(), "{0, 1}");
}

#[test]
fn a_spinning_thread_lets_the_others_go_on() {
    let found = outcomes(|| {
        let ready = Arc::new(AtomicBool::new(false));
        let flag = ready.clone();
        let handle = thread::spawn(move || {
            while !flag.load(SeqCst) {
                thread::yield_now();
            }
        });
        ready.store(true, SeqCst);
        handle.join().unwrap();
    });
    assert_eq!(found.set(), "{()}");
}

#[test]
fn others_see_a_lock_before_a_panicking_thread_frees_it() {
    let found = outcomes(|| {
        let lock = Arc::new(Mutex::new(()));
        let held = lock.clone();
        let handle = thread::spawn(move || {
            let _guard = held.lock().unwrap();
            panic!("with the lock in hand");
        });
        let busy = matches!(lock.try_lock(), Err(std::sync::TryLockError::WouldBlock));
        assert!(handle.join().is_err());
        busy
    });
    assert_eq!(found.set(), "{false, true}");
}
