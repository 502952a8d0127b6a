//! Programs of the model that break a claim.

use harness::prelude::*;
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{Arc, Condvar, Mutex};
use interleave_std::thread;

fn racy() -> u32 {
    let count = Arc::new(AtomicU32::new(0));
    let other = Arc::clone(&count);
    let add = |count: &AtomicU32| count.store(count.load(SeqCst) + 1, SeqCst);
    let thread = thread::spawn(move || add(&other));
    add(&count);
    thread.join().unwrap();
    count.load(SeqCst)
}

fn exact() -> u32 {
    let count = Mutex::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *count.lock().unwrap() += 1);
        scope.spawn(|| *count.lock().unwrap() += 1);
    });
    count.into_inner().unwrap()
}

fn one_after_the_other() -> u32 {
    (0..2).map(|_| thread::spawn(|| 1).join().unwrap()).sum()
}

fn locks_itself_out() {
    let lock = Mutex::new(());
    let _first = lock.lock();
    let _second = lock.lock();
}

/// Sleeps before it has looked, so that a notification may come too early.
fn waits_for_a_flag() {
    let (lock, changed) = (Mutex::new(()), Condvar::new());
    thread::scope(|scope| {
        scope.spawn(|| changed.notify_one());
        drop(changed.wait(lock.lock().unwrap()));
    });
}

#[claim(every_interleaving)]
pub fn race() {
    every_interleaving(racy).is("{2}");
}

#[claim(every_interleaving)]
pub fn wrong() {
    every_interleaving(exact).is("{3}");
}

#[claim(every_interleaving)]
pub fn missing() {
    every_interleaving(exact).is("{1, 2}");
}

#[claim(every_interleaving)]
pub fn deadlock() {
    every_interleaving(locks_itself_out).is("{()}");
}

#[claim(every_interleaving)]
pub fn meaning() {
    every_interleaving(locks_itself_out)
        .deadlock_means(Verdict::Serial, "nobody came")
        .is("{()}");
}

#[claim(every_interleaving)]
pub fn sometimes() {
    every_interleaving(waits_for_a_flag)
        .deadlock_means(Verdict::Serial, "nobody came")
        .is("{()}");
}

#[claim(every_interleaving)]
pub fn returns() {
    every_interleaving(exact).waits_for_ever();
}

#[claim(every_interleaving)]
pub fn second_hand() {
    every_interleaving(|| thread::spawn(|| panic!("burnt")).join().unwrap()).is("{()}");
}

#[claim(every_interleaving)]
pub fn poisoned() {
    every_interleaving(|| {
        let lock = Arc::new(Mutex::new(()));
        let theirs = Arc::clone(&lock);
        let burns = move || {
            let _guard = theirs.lock();
            panic!("burnt");
        };
        drop(thread::spawn(burns).join());
        drop(lock.lock().unwrap());
    })
    .is("{()}");
}

#[claim(every_interleaving)]
pub fn begun() {
    every_interleaving(|| drop(thread::spawn(|| todo!("cook")).join())).together(2);
}

#[claim(every_interleaving)]
pub fn not_together() {
    every_interleaving(one_after_the_other)
        .is("{2}")
        .together(2);
}

#[claim(every_interleaving)]
pub fn leak() {
    every_interleaving(|| drop(thread::spawn(thread::park))).leaves_nothing_running();
}

#[claim(every_interleaving)]
pub fn livelock() {
    every_interleaving(|| {
        let flag = AtomicU32::new(0);
        while flag.load(SeqCst) == 0 {
            thread::yield_now();
        }
    })
    .is("{()}");
}

#[claim(every_interleaving)]
pub fn stuck() {
    interleave::set_patience(std::time::Duration::from_millis(200));
    every_interleaving(|| {
        loop {
            std::hint::black_box(1);
        }
    })
    .is("{()}");
}
