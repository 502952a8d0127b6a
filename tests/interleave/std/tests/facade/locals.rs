//! `thread_local!`.

use crate::support::only;
use interleave_std::sync::Arc;
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::thread::{self, AccessError};
use std::cell::{Cell, RefCell};

struct CountsItsDrop(Arc<AtomicU32>);

impl Drop for CountsItsDrop {
    fn drop(&mut self) {
        self.0.fetch_add(1, SeqCst);
    }
}

/// Asks for a value that is destroyed before it.
struct AsksInDrop(Arc<AtomicU32>);

impl Drop for AsksInDrop {
    fn drop(&mut self) {
        let answer = NUMBER.try_with(Cell::get);
        self.0.store(
            u32::from(matches!(answer, Err(AccessError { .. }))) + 1,
            SeqCst,
        );
    }
}

interleave_std::thread_local! {
    static NUMBER: Cell<u32> = const { Cell::new(1) };
    static DROPPED: RefCell<Option<CountsItsDrop>> = RefCell::new(None);
    static ASKING: RefCell<Option<AsksInDrop>> = RefCell::new(None);
    static NEVER_INITIALISED: Cell<u32> = panic!("the initialiser ran");
}

#[test]
fn each_thread_has_its_own_value() {
    let pair = only(|| {
        NUMBER.set(5);
        let child = thread::spawn(|| {
            NUMBER.set(NUMBER.get() + 1);
            NUMBER.get()
        });
        (child.join().unwrap(), NUMBER.get())
    });
    assert_eq!(pair, "(2, 5)");
}

#[test]
fn a_value_is_dropped_before_its_thread_is_joined() {
    let drops = only(|| {
        let drops = Arc::new(AtomicU32::new(0));
        let counts = CountsItsDrop(drops.clone());
        let child = thread::spawn(move || DROPPED.with_borrow_mut(|value| *value = Some(counts)));
        child.join().unwrap();
        drops.load(SeqCst)
    });
    assert_eq!(drops, "1");
}

#[test]
fn set_does_not_run_the_initialiser() {
    let value = only(|| {
        NEVER_INITIALISED.set(3);
        NEVER_INITIALISED.get()
    });
    assert_eq!(value, "3");
}

#[test]
fn a_destructor_may_still_reach_another_value() {
    let answer = only(|| {
        let answer = Arc::new(AtomicU32::new(0));
        let asks = AsksInDrop(answer.clone());
        let child = thread::spawn(move || {
            NUMBER.set(2);
            ASKING.set(Some(asks));
        });
        child.join().unwrap();
        answer.load(SeqCst)
    });
    assert_eq!(answer, "1", "NUMBER was made first, so it goes last");
}
