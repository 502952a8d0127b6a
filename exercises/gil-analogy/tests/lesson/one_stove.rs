//! `one_stove`: one thread holds the Gil, all others wait, and it always comes back.

use gil_analogy_model::one_stove::{Bytecode, Gil, Interpreter};
use harness::prelude::*;
use interleave_std as model;
use std::sync::Arc;
use std::thread;

#[test]
#[claim(every_interleaving)]
fn never_two_threads_hold_the_gil() {
    every_interleaving(|| {
        let gil = Gil::default();
        let stove = Gauge::new();
        let cook = || {
            let _guard = gil.take();
            let _cooking = stove.enter();
        };
        model::thread::scope(|scope| {
            scope.spawn(cook);
            scope.spawn(cook);
            cook();
        });
        stove.peak()
    })
    .because("3 threads take the Gil once each, and cook. The result is how many were at the stove at once.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn take_waits_while_the_gil_is_held() {
    every_interleaving(|| {
        let gil = Gil::default();
        let _first = gil.take();
        let _second = gil.take();
    })
    .because("A thread holds the Gil and takes it once more. It sleeps for ever, and never looks again and again.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn who_waits_gets_the_gil_when_it_is_dropped() {
    every_interleaving(|| {
        let gil = Gil::default();
        let first = gil.take();
        model::thread::scope(|scope| {
            scope.spawn(|| drop(gil.take()));
            scope.spawn(|| drop(gil.take()));
            drop(first);
        });
        drop(gil.take());
    })
    .because("2 threads wait for the Gil. It is dropped, and each of them gets it and drops it.")
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn a_wakeup_without_a_notification_does_no_harm() {
    every_interleaving(|| {
        let gil = Gil::default();
        let stove = Gauge::new();
        let cook = || {
            let _guard = gil.take();
            let _cooking = stove.enter();
        };
        model::thread::scope(|scope| {
            scope.spawn(cook);
            cook();
        });
        stove.peak()
    })
    .with_spurious_wakeups(1)
    .because("2 threads, 1 Gil: 1 at a time cooks. One wait ends without any notification, as std allows.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn two_gils_have_nothing_to_do_with_each_other() {
    every_interleaving(|| {
        let (first, second) = (Gil::default(), Gil::default());
        let _first = first.take();
        let _second = second.take();
    })
    .deadlock_means(
        Verdict::Serial,
        "who holds one Gil keeps all others out of theirs",
    )
    .because(
        "There are 2 interpreters with a Gil each. A thread takes both, and nobody is in its way.",
    )
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn a_bytecode_is_executed_under_the_gil_from_beginning_to_end() {
    every_interleaving(|| {
        let shared = Interpreter::default();
        model::thread::scope(|scope| {
            scope.spawn(|| shared.execute(Bytecode::Store, &mut 10));
            let _guard = shared.gil.take();
            let mut hand = 0;
            shared.state.execute(Bytecode::Load, &mut hand);
            shared.state.execute(Bytecode::Add(1), &mut hand);
            shared.state.execute(Bytecode::Store, &mut hand);
        });
        let mut hand = 0;
        shared.execute(Bytecode::Load, &mut hand);
        hand
    })
    .because("One thread takes the Gil, adds 1 to the counter, and drops the Gil. Another executes one bytecode, which writes 10. It comes before all of that or after.")
    .is("{10, 11}");
}

#[test]
#[claim(every_interleaving)]
fn a_thread_that_panics_hangs_the_gil_back() {
    every_interleaving(|| {
        let gil = Arc::new(Gil::default());
        let theirs = Arc::clone(&gil);
        let burnt = model::thread::spawn(move || {
            let _guard = theirs.take();
            panic!("burns a finger");
        });
        drop(gil.take());
        let panicked = burnt.join().is_err();
        drop(gil.take());
        panicked
    })
    .because(
        "A thread takes the Gil and panics. Another takes it, meanwhile or afterwards, and cooks.",
    )
    .is("{true}");
}

#[test]
#[claim(value)]
fn three_bytecodes_add_to_the_counter() {
    let n = random().u64(10..1_000);
    let counted = within("one thread to execute 6 bytecodes", move || {
        use gil_analogy::one_stove::{Bytecode, Interpreter};
        let interpreter = Interpreter::default();
        let mut hand = 0;
        for n in [n, 7] {
            for bytecode in [Bytecode::Load, Bytecode::Add(n), Bytecode::Store] {
                interpreter.execute(bytecode, &mut hand);
            }
            hand = 0;
        }
        interpreter.execute(Bytecode::Load, &mut hand);
        hand
    });
    let asked = n + 7;
    expect!(
        counted == asked,
        WrongResult,
        "the counter was 0, {n} and 7 were added, and it is {counted}"
    );
}

#[test]
#[claim(value)]
fn eight_threads_share_one_stove() {
    let rounds = random().usize(300..600);
    let stove = within("8 threads to cook at one stove", move || {
        let shared = Arc::new((gil_analogy::one_stove::Gil::default(), Headcount::new()));
        let cooks: Vec<_> = (0..8)
            .map(|_| {
                let shared = Arc::clone(&shared);
                thread::spawn(move || {
                    for _ in 0..rounds {
                        let _guard = shared.0.take();
                        let _cooking = shared.1.enter();
                    }
                })
            })
            .collect();
        cooks.into_iter().for_each(|cook| cook.join().unwrap());
        shared
    });
    stove.1.never_more_than(1, "threads");
}
