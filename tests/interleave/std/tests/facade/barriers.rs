//! `Barrier`.

use crate::support::only;
use interleave_std::sync::{Barrier, Mutex};
use interleave_std::thread;

#[test]
fn each_round_has_one_leader() {
    let leaders = only(|| {
        let (barrier, leaders) = (Barrier::new(2), Mutex::new(0));
        let rounds = || {
            for _ in 0..2 {
                *leaders.lock().unwrap() += u32::from(barrier.wait().is_leader());
            }
        };
        thread::scope(|scope| {
            scope.spawn(rounds);
            scope.spawn(rounds);
        });
        leaders.into_inner().unwrap()
    });
    assert_eq!(leaders, "2");
}

#[test]
fn a_barrier_waits_for_all() {
    let seen = only(|| {
        let barrier = Barrier::new(2);
        barrier.wait();
    });
    assert_eq!(seen, "deadlock");
}
