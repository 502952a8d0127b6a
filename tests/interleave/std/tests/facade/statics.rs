//! Statics start each execution as they were declared.

use crate::support::{only, results};
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{LazyLock, Mutex, OnceLock, RwLock};
use interleave_std::thread;
use std::collections::BTreeMap;

static COUNT: AtomicU32 = AtomicU32::new(10);
static ONCE: OnceLock<String> = OnceLock::new();
static LAZY: LazyLock<Vec<u32>> = LazyLock::new(|| {
    COUNT.fetch_add(100, SeqCst);
    vec![1, 2]
});
static LIST: Mutex<Vec<String>> = Mutex::new(Vec::new());
static MAP: RwLock<BTreeMap<u32, u32>> = RwLock::new(BTreeMap::new());

#[test]
fn static_atomics_and_cells_are_new_in_each_execution() {
    let seen = only(|| {
        let before = COUNT.fetch_add(1, SeqCst);
        ONCE.set(before.to_string()).unwrap();
        let child = thread::spawn(|| LAZY.len());
        (
            before,
            child.join().unwrap(),
            LAZY.len(),
            COUNT.load(SeqCst),
        )
    });
    assert_eq!(seen, "(10, 2, 2, 111)");
}

#[cfg(target_os = "linux")]
#[test]
fn static_locks_are_new_in_each_execution() {
    let seen = only(|| {
        let child = thread::spawn(|| LIST.lock().unwrap().push("child".repeat(9)));
        LIST.lock().unwrap().push("main".into());
        MAP.write().unwrap().insert(1, 2);
        child.join().unwrap();
        (LIST.lock().unwrap().len(), MAP.read().unwrap().len())
    });
    assert_eq!(seen, "(2, 1)");
}

#[cfg(target_os = "linux")]
#[test]
fn a_static_lock_forgets_its_poison() {
    static POISONED: Mutex<u32> = Mutex::new(0);
    let seen = results(|| {
        let before = POISONED.lock().is_err();
        let _ = thread::spawn(|| {
            let _held = POISONED.lock();
            thread::yield_now();
            panic!("x")
        })
        .join();
        (before, POISONED.is_poisoned())
    });
    assert_eq!(seen, ["(false, true)"]);
}

#[test]
#[should_panic(expected = "not deterministic")]
fn a_lock_kept_from_one_execution_to_the_next_is_refused() {
    let kept = Mutex::new(vec![1]);
    results(|| kept.lock().map(|mut list| list.push(1)).is_ok());
}

#[test]
#[should_panic(expected = "outside an exploration")]
fn a_model_lock_outside_an_exploration_says_so() {
    let _ = Mutex::new(1).lock();
}
