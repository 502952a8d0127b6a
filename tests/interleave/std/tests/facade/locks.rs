//! `Mutex` and `RwLock` without poison.

use crate::support::{only, results};
use interleave_std::sync::{Arc, Mutex, RwLock, RwLockWriteGuard, TryLockError};
use interleave_std::thread;

#[test]
fn locking_twice_in_one_thread_is_a_deadlock() {
    let seen = results(|| {
        let mutex = Mutex::new(0);
        let _first = mutex.lock();
        let _second = mutex.lock();
    });
    assert_eq!(seen, ["deadlock"]);
}

#[test]
fn trying_a_held_lock_would_block() {
    let seen = only(|| {
        let mutex = Mutex::new(0);
        let _held = mutex.lock();
        matches!(mutex.try_lock(), Err(TryLockError::WouldBlock))
    });
    assert_eq!(seen, "true");
}

#[test]
fn readers_read_together_and_a_writer_is_alone() {
    let seen = only(|| {
        let lock = RwLock::new(1);
        let first = lock.read().unwrap();
        let second = lock.try_read().map(|value| *value).ok();
        let refused = lock.try_write().is_err();
        drop(first);
        let writer = lock.write().unwrap();
        (second, refused, lock.try_read().is_err(), *writer)
    });
    assert_eq!(seen, "(Some(1), true, true, 1)");
}

#[test]
fn nobody_writes_between_a_write_and_its_downgrade() {
    let seen = only(|| {
        let lock = RwLock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *lock.write().unwrap() += 10);
            let mut writer = lock.write().unwrap();
            *writer += 1;
            let written = *writer;
            let reader = RwLockWriteGuard::downgrade(writer);
            assert!(lock.try_write().is_err());
            *reader == written
        })
    });
    assert_eq!(seen, "true");
}

#[test]
fn a_downgrade_is_a_step_before_which_nobody_else_reads() {
    // trap: unannounced it happens together with the lock, and no reader is ever refused
    let seen = results(|| {
        let lock = Arc::new(RwLock::new(0));
        let shared = lock.clone();
        thread::spawn(move || drop(RwLockWriteGuard::downgrade(shared.write().unwrap())));
        lock.try_read().is_ok()
    });
    assert_eq!(seen, ["false", "true"]);
}

#[test]
fn debug_shows_the_value_or_that_it_is_locked() {
    let seen = only(|| {
        let mutex = Mutex::new(5);
        let open = format!("{mutex:?}");
        let _held = mutex.lock();
        (open, format!("{mutex:?}"), format!("{:?}", RwLock::new(6)))
    });
    let texts = [
        "Mutex { data: 5, poisoned: false, .. }",
        "Mutex { data: <locked>, poisoned: false, .. }",
        "RwLock { data: 6, poisoned: false, .. }",
    ];
    assert_eq!(
        seen,
        format!("({:?}, {:?}, {:?})", texts[0], texts[1], texts[2])
    );
}

#[test]
fn a_lock_works_behind_a_trait_object_and_a_forgotten_guard_keeps_it() {
    let seen = only(|| {
        let lock: std::sync::Arc<Mutex<dyn std::fmt::Debug + Send>> =
            std::sync::Arc::new(Mutex::new(3));
        let text = format!("{:?}", &*lock.lock().unwrap());
        std::mem::forget(lock.lock());
        (text, lock.try_lock().is_err())
    });
    assert_eq!(seen, "(\"3\", true)");
}

#[test]
fn guards_stay_in_their_thread_and_locks_ask_for_send() {
    // `assert_not` is ambiguous, and does not compile, for a type that has the trait
    trait AmbiguousIfSend<Marker> {
        fn assert_not() {}
    }
    impl<T: ?Sized> AmbiguousIfSend<()> for T {}
    impl<T: ?Sized + Send> AmbiguousIfSend<u8> for T {}
    trait AmbiguousIfSync<Marker> {
        fn assert_not_sync() {}
    }
    impl<T: ?Sized> AmbiguousIfSync<()> for T {}
    impl<T: ?Sized + Sync> AmbiguousIfSync<u8> for T {}

    <interleave_std::sync::MutexGuard<'static, u32> as AmbiguousIfSend<_>>::assert_not();
    <interleave_std::sync::RwLockReadGuard<'static, u32> as AmbiguousIfSend<_>>::assert_not();
    <interleave_std::sync::RwLockWriteGuard<'static, u32> as AmbiguousIfSend<_>>::assert_not();
    <interleave_std::sync::mpsc::Receiver<u32> as AmbiguousIfSync<_>>::assert_not_sync();
    <Mutex<std::rc::Rc<u32>> as AmbiguousIfSync<_>>::assert_not_sync();
    <RwLock<std::cell::Cell<u32>> as AmbiguousIfSync<_>>::assert_not_sync();
    <interleave_std::cell::UnsafeCell<u32> as AmbiguousIfSync<_>>::assert_not_sync();
}
