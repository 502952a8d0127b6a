//! Panics belong to one model thread.

use crate::support::only;
use interleave_std::panic::{self, AssertUnwindSafe};
use interleave_std::sync::Mutex;
use interleave_std::thread;

#[test]
fn only_the_thread_that_unwinds_is_panicking() {
    // trap: model threads share one OS thread, whose `panicking` would speak for all
    struct Waits<'a>(&'a Mutex<u32>);
    impl Drop for Waits<'_> {
        fn drop(&mut self) {
            assert!(thread::panicking());
            *self
                .0
                .lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner()) += 1;
        }
    }
    let seen = only(|| {
        let mutex = Mutex::new(0);
        let other = thread::scope(|scope| {
            let child = scope.spawn(|| {
                let _waits = Waits(&mutex);
                panic!("x")
            });
            let held = mutex.lock().unwrap();
            let panicking = thread::panicking();
            drop(held);
            child.join().unwrap_err();
            panicking
        });
        (other, mutex.into_inner().unwrap())
    });
    assert_eq!(seen, "(false, 1)");
}

#[test]
fn a_panic_travels_from_catch_to_resume() {
    let message = only(|| {
        let payload = panic::catch_unwind(|| panic!("first")).unwrap_err();
        let again =
            panic::catch_unwind(AssertUnwindSafe(|| panic::resume_unwind(payload))).unwrap_err();
        (interleave::message(&*again), thread::panicking())
    });
    assert_eq!(message, "(\"first\", false)");
}

#[test]
fn a_programs_own_hook_does_not_take_the_explorers_away() {
    let seen = only(|| {
        panic::set_hook(Box::new(|_| unreachable!("the hook is not called")));
        drop(panic::take_hook());
        let caught = panic::catch_unwind(|| panic!("x")).is_err();
        (caught, thread::panicking())
    });
    assert_eq!(seen, "(true, false)");
}
