//! Poison, and panics that must not poison.

use crate::support::{only, results};
use interleave_std::panic::{AssertUnwindSafe, catch_unwind};
use interleave_std::sync::{Arc, Mutex, RwLock, mpsc};
use interleave_std::thread;

#[test]
fn a_panic_under_the_lock_poisons_it_for_those_who_come_later() {
    let seen = results(|| {
        let mutex = Arc::new(Mutex::new(0));
        let shared = mutex.clone();
        let child = thread::spawn(move || {
            let _held = shared.lock().unwrap();
            panic!("in lock")
        });
        let told = if mutex.lock().is_ok() {
            "ok"
        } else {
            "poisoned"
        };
        let _ = child.join();
        (told, mutex.is_poisoned())
    });
    assert_eq!(seen, ["(\"ok\", true)", "(\"poisoned\", true)"]);
}

#[test]
fn the_value_of_a_poisoned_lock_can_be_had() {
    let value = only(|| {
        let mutex = Arc::new(Mutex::new(7));
        let shared = mutex.clone();
        let _ = thread::spawn(move || {
            *shared.lock().unwrap() = 8;
            let _held = shared.lock().unwrap();
            panic!("in lock")
        })
        .join();
        let value = *mutex.lock().unwrap_err().into_inner();
        mutex.clear_poison();
        (value, mutex.is_poisoned())
    });
    assert_eq!(value, "(8, false)");
}

#[test]
fn a_readers_panic_does_not_poison_and_a_writers_does() {
    let seen = only(|| {
        let lock = Arc::new(RwLock::new(0));
        let shared = lock.clone();
        let _ = thread::spawn(move || {
            let _held = shared.read().unwrap();
            panic!("in read")
        })
        .join();
        let after_reader = lock.is_poisoned();
        let shared = lock.clone();
        let _ = thread::spawn(move || {
            let _held = shared.write().unwrap();
            panic!("in write")
        })
        .join();
        (after_reader, lock.is_poisoned())
    });
    assert_eq!(seen, "(false, true)");
}

#[test]
fn a_panic_that_was_caught_leaves_nothing_behind() {
    let seen = only(|| {
        let caught = catch_unwind(|| panic!("c"));
        let mutex = Mutex::new(1);
        drop(mutex.lock());
        (caught.is_err(), mutex.is_poisoned(), thread::panicking())
    });
    assert_eq!(seen, "(true, false, false)");
}

#[test]
fn a_pool_that_joins_in_its_drop_may_be_dropped_by_a_panic() {
    // trap: operations that can go on have no scheduling point while a thread unwinds, and its locks are not poisoned
    struct Pool {
        jobs: Option<mpsc::Sender<u32>>,
        worker: Option<thread::JoinHandle<u32>>,
    }
    impl Drop for Pool {
        fn drop(&mut self) {
            drop(self.jobs.take());
            self.worker.take().unwrap().join().unwrap();
        }
    }
    let seen = only(|| {
        let (sender, receiver) = mpsc::channel();
        let sum = Arc::new(Mutex::new(0));
        let shared = sum.clone();
        let worker = thread::spawn(move || {
            for job in receiver {
                *shared.lock().unwrap() += job;
            }
            0
        });
        let pool = Pool {
            jobs: Some(sender),
            worker: Some(worker),
        };
        pool.jobs.as_ref().unwrap().send(3).unwrap();
        let caught = catch_unwind(AssertUnwindSafe(move || {
            let _dropped_by_the_panic = pool;
            panic!("user")
        }));
        (caught.is_err(), sum.is_poisoned(), *sum.lock().unwrap())
    });
    assert_eq!(seen, "(true, false, 3)");
}

#[test]
fn a_look_at_the_poison_is_a_step() {
    // trap: an unannounced look comes right after the start of the thread, always
    let seen = results(|| {
        let mutex = Arc::new(Mutex::new(0));
        let shared = mutex.clone();
        let child = thread::spawn(move || {
            let _held = shared.lock().unwrap();
            panic!("in lock")
        });
        let seen = mutex.is_poisoned();
        let _ = child.join();
        seen
    });
    assert_eq!(seen, ["false", "true"]);
}

#[test]
fn a_lock_is_not_poisoned_before_it_is_given_back() {
    let seen = results(|| {
        let lock = Arc::new(RwLock::new(0));
        let shared = lock.clone();
        let child = thread::spawn(move || {
            let _held = shared.write().unwrap();
            panic!("in write")
        });
        let seen = (lock.is_poisoned(), lock.try_read().is_err());
        let _ = child.join();
        seen
    });
    assert_eq!(seen, ["(false, false)", "(false, true)", "(true, true)"]);
}

#[test]
fn clearing_the_poison_is_a_step() {
    let seen = results(|| {
        let lock = Arc::new(RwLock::new(0));
        let shared = lock.clone();
        let _ = thread::spawn(move || {
            let _held = shared.write().unwrap();
            panic!("in write")
        })
        .join();
        let shared = lock.clone();
        thread::spawn(move || shared.clear_poison());
        lock.read().is_ok()
    });
    assert_eq!(seen, ["false", "true"]);
}
