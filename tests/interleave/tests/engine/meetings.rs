//! Rendezvous and gauge: parallelism without a clock.

use interleave::{Gauge, Rendezvous, outcomes};
use interleave_std::sync::{Arc, Mutex};
use interleave_std::thread;

#[test]
fn threads_that_run_together_meet_in_every_interleaving() {
    let found = outcomes(|| {
        let meeting = Rendezvous::new(3);
        thread::scope(|s| {
            for _ in 0..3 {
                s.spawn(|| meeting.arrive());
            }
        });
    });
    assert_eq!(found.set(), "{()}");
}

#[test]
fn a_serial_program_never_meets() {
    let found = outcomes(|| {
        let meeting = Arc::new(Rendezvous::new(2));
        for _ in 0..2 {
            let meeting = meeting.clone();
            thread::spawn(move || meeting.arrive()).join().unwrap();
        }
    });
    assert_eq!(found.set(), "{deadlock}");
}

fn peak(lock_first: bool) -> usize {
    let (gauge, lock) = (Gauge::new(), Mutex::new(()));
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let _guard = lock_first.then(|| lock.lock().unwrap());
                let _inside = gauge.enter();
            });
        }
    });
    gauge.peak()
}

#[test]
fn a_gauge_sees_every_number_of_threads_inside() {
    assert_eq!(outcomes(|| peak(false)).set(), "{1, 2}");
}

#[test]
fn a_gauge_under_a_lock_never_sees_two() {
    // The guard is taken before the gauge and given back after it: locals drop in reverse order.
    assert_eq!(outcomes(|| peak(true)).set(), "{1}");
}
