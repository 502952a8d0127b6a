//! `barrier`: all or nobody, one leader, and again.

use harness::prelude::*;
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::thread;
use locks_model::barrier::Barrier;

#[test]
#[claim(value)]
fn alone_everybody_is_the_leader_of_every_round() {
    let rounds = random().usize(2..10);
    let led = within("a barrier for 1 thread", move || {
        let barrier = locks::barrier::Barrier::new(1);
        (0..rounds).filter(|_| barrier.wait()).count()
    });
    expect!(
        led == rounds,
        WrongResult,
        "a barrier for 1 thread, {rounds} rounds: the thread leads each, and was told so {led} times"
    );
}

#[test]
#[claim(every_interleaving)]
fn one_thread_of_two_waits_for_the_other() {
    every_interleaving(|| Barrier::new(2).wait())
        .because("The barrier is for 2 threads and only 1 comes: it sleeps for ever.")
        .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn nobody_goes_on_before_all_have_come() {
    every_interleaving(|| {
        let (barrier, came) = (Barrier::new(3), AtomicU32::new(0));
        let cook = || {
            came.fetch_add(1, SeqCst);
            barrier.wait();
            came.load(SeqCst)
        };
        thread::scope(|scope| {
            let others = [scope.spawn(cook), scope.spawn(cook)];
            let mine = cook();
            others
                .map(|other| other.join().unwrap())
                .iter()
                .all(|n| *n == 3)
                && mine == 3
        })
    })
    .because("3 threads come. After the barrier each must see that all 3 have come.")
    .is("{true}");
}

#[test]
#[claim(every_interleaving)]
fn a_round_has_exactly_one_leader() {
    every_interleaving(|| {
        let barrier = Barrier::new(3);
        thread::scope(|scope| {
            let others = [
                scope.spawn(|| barrier.wait()),
                scope.spawn(|| barrier.wait()),
            ];
            let mine = u32::from(barrier.wait());
            mine + others
                .map(|other| u32::from(other.join().unwrap()))
                .iter()
                .sum::<u32>()
        })
    })
    .because("Of 3 threads in one round, 1 is told that it leads.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn the_second_round_waits_for_all_again() {
    every_interleaving(|| {
        let (barrier, came) = (Barrier::new(2), AtomicU32::new(0));
        let cook = || {
            let mut leads = 0;
            for round in 1..=2 {
                came.fetch_add(1, SeqCst);
                leads += u32::from(barrier.wait());
                assert!(
                    came.load(SeqCst) >= 2 * round,
                    "a thread left round {round} before both had come"
                );
            }
            leads
        };
        thread::scope(|scope| {
            let other = scope.spawn(cook);
            cook() + other.join().unwrap()
        })
    })
    .because("2 threads, 2 rounds: each round waits for both, and has one leader.")
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn a_wakeup_without_a_notification_opens_nothing() {
    every_interleaving(|| {
        let (barrier, came) = (Barrier::new(2), AtomicU32::new(0));
        let cook = || {
            came.fetch_add(1, SeqCst);
            barrier.wait();
            came.load(SeqCst)
        };
        thread::scope(|scope| {
            let other = scope.spawn(cook);
            (cook(), other.join().unwrap())
        })
    })
    .with_spurious_wakeups(1)
    .because("Each of 2 threads sees that both have come. One wait ends without any notification, as std allows.")
    .is("{(2, 2)}");
}

#[test]
#[claim(value)]
fn four_threads_meet_a_thousand_times() {
    let rounds = random().u32(500..1_000);
    let leads = within("4 threads to meet round after round", move || {
        let barrier = locks::barrier::Barrier::new(4);
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| (0..rounds).filter(|_| barrier.wait()).count()))
                .collect();
            threads
                .into_iter()
                .map(|t| t.join().unwrap())
                .sum::<usize>()
        })
    });
    expect!(
        leads == rounds as usize,
        WrongResult,
        "{rounds} rounds have {rounds} leaders; more were told that they lead, or fewer"
    );
}
