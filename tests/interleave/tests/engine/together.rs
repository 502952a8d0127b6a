//! How many threads are at work at the same time, decided by cause and effect.

use interleave::outcomes;
use interleave_std::sync::mpsc::channel;
use interleave_std::sync::{Arc, Mutex};
use interleave_std::thread;

#[test]
fn threads_that_touch_nothing_shared_are_together() {
    let found = outcomes(|| {
        let handles: Vec<_> = (0..3).map(|i| thread::spawn(move || i)).collect();
        handles.into_iter().map(|h| h.join().unwrap()).sum::<i32>()
    });
    assert_eq!((found.set().as_str(), found.together()), ("{3}", 3));
}

#[test]
fn threads_that_are_joined_one_by_one_are_not() {
    let idle = outcomes(|| (0..3).for_each(|_| thread::spawn(|| ()).join().unwrap()));
    assert_eq!(idle.together(), 1);
    let busy = outcomes(|| {
        let sum = Arc::new(Mutex::new(0));
        for _ in 0..3 {
            let sum = Arc::clone(&sum);
            thread::spawn(move || *sum.lock().unwrap() += 1)
                .join()
                .unwrap();
        }
    });
    assert_eq!(busy.together(), 1);
}

#[test]
fn threads_that_take_turns_at_a_lock_are_together() {
    let found = outcomes(|| {
        let sum = Mutex::new(0);
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| *sum.lock().unwrap() += 1);
            }
        });
    });
    assert_eq!(found.together(), 3);
}

#[test]
fn a_thread_that_is_started_for_the_message_of_another_is_not_together_with_it() {
    let found = outcomes(|| {
        let (results, inbox) = channel();
        for i in 0..3 {
            let results = results.clone();
            thread::spawn(move || results.send(i).unwrap());
            inbox.recv().unwrap();
        }
    });
    assert_eq!(found.together(), 1);
}

#[test]
fn a_thread_that_joins_the_one_before_at_first_is_not_together_with_it() {
    let found = outcomes(|| {
        let mut before = thread::spawn(|| ());
        for _ in 0..2 {
            before = thread::spawn(move || before.join().unwrap());
        }
        before.join().unwrap();
    });
    assert_eq!(found.together(), 1);
}

#[test]
fn two_at_a_time_are_two() {
    let found = outcomes(|| {
        for _ in 0..2 {
            let pair = [thread::spawn(|| ()), thread::spawn(|| ())];
            pair.map(|t| t.join().unwrap()).into_iter().for_each(drop);
        }
    });
    assert_eq!(found.together(), 2);
}

#[test]
fn without_a_thread_nobody_is() {
    assert_eq!(outcomes(|| ()).together(), 0);
}
