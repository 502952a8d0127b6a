//! `work_stealing`: every order once, and nobody idle while an order waits.

use crate::step::step;
use harness::prelude::*;
use pools_model::work_stealing::run;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// What two tests say.
const THREE: &str = "3 threads, 3 orders, and one pile is empty. Each thread finds an order, in whichever pile it lies, and all are cooked at the same time.";

#[test]
#[claim(value)]
fn one_thread_does_its_pile() {
    let given: Vec<u32> = {
        let mut random = random();
        (0..5).map(|_| random.u32(..)).collect()
    };
    let pile = given.clone();
    let mut done = within("1 thread with 5 orders", move || {
        let done = Mutex::new(Vec::new());
        pools::work_stealing::run(vec![pile], |order| done.lock().unwrap().push(order));
        done.into_inner().unwrap()
    });
    let mut asked = given;
    asked.sort_unstable();
    done.sort_unstable();
    expect!(
        done == asked,
        WrongResult,
        "1 pile had the orders {asked:?}; cooked were {done:?}"
    );
}

#[test]
#[claim(value)]
fn piles_may_be_empty_or_not_there() {
    for piles in [vec![], vec![vec![]], vec![vec![], vec![], vec![]]] {
        let (many, cooked) = within("nothing to do", move || {
            let cooked = AtomicUsize::new(0);
            let many = piles.len();
            pools::work_stealing::run(piles, |_: u32| {
                cooked.fetch_add(1, SeqCst);
            });
            (many, cooked.into_inner())
        });
        expect!(
            cooked == 0,
            WrongResult,
            "there were {many} piles without an order, and cook was called {cooked} times"
        );
    }
}

#[test]
#[claim(every_interleaving)]
fn every_order_is_cooked_once() {
    every_interleaving(|| cooked(vec![vec![1, 2], vec![3]]))
        .because(
            "2 threads have the piles [1, 2] and [3]. Each order is cooked once, whoever cooks it.",
        )
        .is("{[1, 2, 3]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn nothing_is_lost_when_a_steal_must_be_tried_again() {
    every_interleaving(|| cooked(vec![vec![1, 2, 3], vec![]]))
        .with_spurious_wakeups(1)
        .because("2 threads have the piles [1, 2, 3] and []. One steal says Retry here, as crossbeam allows.")
        .is("{[1, 2, 3]}");
}

#[test]
#[claim(every_interleaving)]
fn the_threads_work_at_the_same_time() {
    every_interleaving(|| {
        let both = Rendezvous::new(2);
        run(vec![vec![1], vec![2]], |_| both.arrive());
    })
    .deadlock_means(
        Verdict::Serial,
        "2 threads have a pile each, and must cook at the same time. Here one has to finish before the other can begin.",
    )
    .because("Each of 2 piles has 1 order.")
    .is("{()}");
}

#[test]
#[claim(together)]
fn nine_real_piles_have_nine_threads() {
    // More than the usual pool of 4 or 8.
    within("9 threads with 9 piles", || {
        let together = Meeting::new(9, "orders");
        pools::work_stealing::run(vec![vec![()]; 9], |()| together.arrive());
        together.check();
    });
}

#[test]
#[claim(every_interleaving)]
fn never_more_orders_at_once_than_piles() {
    every_interleaving(|| {
        let at_work = Gauge::new();
        run(vec![vec![1, 2, 3], vec![]], |_| drop(at_work.enter()));
        at_work.peak()
    })
    .because("There are 2 piles, so there are 2 threads. Counted is how many orders were cooked at once.")
    .always("1 or 2 at once", |peak| *peak <= 2);
}

#[test]
#[claim(every_interleaving)]
fn who_has_no_orders_helps_who_has_two() {
    every_interleaving(|| {
        let both = Rendezvous::new(2);
        run(vec![vec![1, 2], vec![]], |_| both.arrive());
    })
    .deadlock_means(
        Verdict::Serial,
        "The idle thread must steal one of the 2 orders. Here both wait for the thread that has the pile.",
    )
    .because("One pile has 2 orders, the other is empty, and both orders must be cooked at the same time.")
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn who_has_helped_helps_again() {
    every_interleaving(|| {
        let both = Rendezvous::new(2);
        run(vec![vec![], vec![1, 2, 3, 4]], |_| both.arrive());
    })
    .deadlock_means(
        Verdict::Serial,
        "The idle thread must steal again and again, until no order waits. Here it goes home too early.",
    )
    .because("One pile has 4 orders, the other is empty, and 2 orders at a time must be cooked.")
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn an_idle_thread_looks_at_the_pile_before_its_own() {
    every_interleaving(|| {
        let all = Rendezvous::new(3);
        run(vec![vec![1, 2], vec![], vec![3]], |_| all.arrive());
    })
    .because(THREE)
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn an_idle_thread_looks_at_the_pile_behind_its_own() {
    every_interleaving(|| {
        let all = Rendezvous::new(3);
        run(vec![vec![3], vec![], vec![1, 2]], |_| all.arrive());
    })
    .because(THREE)
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn a_steal_that_must_be_tried_again_is_tried_again() {
    every_interleaving(|| {
        let both = Rendezvous::new(2);
        run(vec![vec![1, 2], vec![]], |_| both.arrive());
    })
    .with_spurious_wakeups(2)
    .because("One pile has 2 orders, which must be cooked at the same time. Up to 2 steals say Retry here: the pile is not empty.")
    .is("{()}");
}

#[test]
#[claim(value)]
fn four_threads_cook_thousands_of_orders_once() {
    let many = random().usize(4_000..6_000);
    let times = within("4 threads with one full pile and 3 short ones", move || {
        let times: Vec<AtomicUsize> = (0..many).map(|_| AtomicUsize::new(0)).collect();
        let (mut orders, mut piles) = (0..many, Vec::new());
        for _ in 0..3 {
            piles.push(orders.by_ref().take(50).collect::<Vec<_>>());
        }
        piles.insert(1, orders.collect());
        pools::work_stealing::run(piles, |order| {
            times[order].fetch_add(1, SeqCst);
        });
        times
            .into_iter()
            .map(AtomicUsize::into_inner)
            .collect::<Vec<_>>()
    });
    let lost = times.contains(&0);
    expect!(!lost, WrongResult, "of {many} orders some were not cooked");
    let once = times.iter().all(|times| *times == 1);
    expect!(
        once,
        WrongResult,
        "of {many} orders some were cooked more than once"
    );
}

/// The orders that were cooked, sorted.
fn cooked(piles: Vec<Vec<u32>>) -> Vec<u32> {
    let cooked = Mutex::new(Vec::new());
    run(piles, |order| {
        step();
        cooked.lock().unwrap().push(order);
    });
    let mut cooked = cooked.into_inner().unwrap();
    cooked.sort_unstable();
    cooked
}
