//! `gil_is_not_a_lock`: every bytecode is whole and the sum is not, until the program takes a lock of its own.

use gil_analogy::gil_is_not_a_lock as real;
use gil_analogy_model::gil_is_not_a_lock::{Bytecode, Interpreter, plus_equals};
use harness::prelude::*;
use interleave_std as model;

/// What the counter shows.
fn counter(interpreter: &Interpreter) -> u64 {
    let mut hand = 0;
    interpreter.state.execute(Bytecode::Load, &mut hand);
    hand
}

#[test]
#[claim(value)]
fn one_thread_loses_nothing() {
    let mut random = random();
    let (first, second) = (random.u64(10..1_000), random.u64(10..1_000));
    let counted = within("one thread to add 2 numbers, 2 times", move || {
        let interpreter = real::Interpreter::default();
        interpreter.run(&real::plus_equals(first));
        interpreter.run(&real::plus_equals(second));
        interpreter.run_locked(&real::plus_equals(first));
        interpreter.run_locked(&real::plus_equals(second));
        let mut hand = 0;
        interpreter.state.execute(real::Bytecode::Load, &mut hand);
        hand
    });
    let asked = 2 * (first + second);
    expect!(
        counted == asked,
        WrongResult,
        "{first} and {second} were added, by run and again by run_locked: {asked}. The counter is {counted}"
    );
}

#[test]
#[claim(value)]
fn a_thread_begins_with_0_in_its_hand() {
    let n = random().u64(10..1_000);
    let counted = within(
        "one thread to store a number, by run and by run_locked",
        move || {
            [real::Interpreter::run, real::Interpreter::run_locked].map(|run| {
                let interpreter = real::Interpreter::default();
                run(&interpreter, &real::plus_equals(7));
                // Nothing is loaded here.
                run(
                    &interpreter,
                    &[real::Bytecode::Add(n), real::Bytecode::Store],
                );
                let mut hand = 0;
                interpreter.state.execute(real::Bytecode::Load, &mut hand);
                hand
            })
        },
    );
    expect!(
        counted == [n, n],
        WrongResult,
        "the counter was 7. Then Add({n}) and Store were run, without a Load: the counter should be {n}; by run and by \
         run_locked it is {counted:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn every_bytecode_is_executed_under_the_gil() {
    every_interleaving(|| {
        let shared = Interpreter::default();
        model::thread::scope(|scope| {
            scope.spawn(|| shared.run(&[Bytecode::Add(10), Bytecode::Store]));
            let _guard = shared.gil.take();
            let mut hand = 0;
            shared.state.execute(Bytecode::Load, &mut hand);
            shared.state.execute(Bytecode::Add(1), &mut hand);
            shared.state.execute(Bytecode::Store, &mut hand);
        });
        counter(&shared)
    })
    .because("A guest takes the Gil, adds 1 to the counter, and drops the Gil. Meanwhile run writes 10. It comes before all of that or after.")
    .is("{10, 11}");
}

#[test]
#[claim(every_interleaving)]
fn the_gil_alone_loses_an_update() {
    every_interleaving(|| {
        let shared = Interpreter::default();
        model::thread::scope(|scope| {
            scope.spawn(|| shared.run(&plus_equals(1)));
            shared.run(&plus_equals(2));
        });
        counter(&shared)
    })
    .missing_means(
        Verdict::Serial,
        "all bytecodes of a thread are done in one go: in an interpreter the Gil is free between two of them",
    )
    .because("2 threads run += 1 and += 2 under the Gil. Both count, or one of them is lost.")
    .is("{1, 2, 3}");
}

#[test]
#[claim(value)]
fn there_is_an_order_that_loses_an_update() {
    let mut random = random();
    let (first, second) = (random.u64(1..1_000), random.u64(1_000..2_000));
    let order = real::losing_order(first, second);
    for (thread, n) in [(0, first), (1, second)] {
        let own: Vec<_> = (order.iter().filter(|step| step.0 == thread))
            .map(|step| step.1)
            .collect();
        let asked = [
            real::Bytecode::Load,
            real::Bytecode::Add(n),
            real::Bytecode::Store,
        ];
        expect!(
            own == asked,
            WrongResult,
            "thread {thread} has to do {asked:?}, in this order; in losing_order it does {own:?}"
        );
    }
    let steps = order.len();
    expect!(
        steps == 6,
        WrongResult,
        "2 threads of 3 bytecodes each make 6 steps; there are {steps}"
    );
    let state = real::State::default();
    let mut hands = [0; 2];
    for &(thread, bytecode) in &order {
        state.execute(bytecode, &mut hands[thread]);
    }
    let mut counted = 0;
    state.execute(real::Bytecode::Load, &mut counted);
    expect!(
        counted == second,
        WrongResult,
        "{first} should be lost and {second} be there; after this order the counter is {counted}"
    );
}

#[test]
#[claim(every_interleaving)]
fn the_lock_keeps_every_update() {
    every_interleaving(|| {
        let shared = Interpreter::default();
        model::thread::scope(|scope| {
            scope.spawn(|| shared.run_locked(&plus_equals(1)));
            scope.spawn(|| shared.run_locked(&plus_equals(2)));
        });
        counter(&shared)
    })
    .because("2 threads run += 1 and += 2, locked. Both count.")
    .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn the_gil_is_free_while_a_thread_waits_for_the_lock() {
    every_interleaving(|| {
        let shared = Interpreter::default();
        model::thread::scope(|scope| {
            scope.spawn(|| shared.run_locked(&plus_equals(1)));
            scope.spawn(|| shared.run_locked(&plus_equals(2)));
            shared.run(&[Bytecode::Load]);
        });
        counter(&shared)
    })
    .because("2 threads run += 1 and += 2, locked. A third one takes no lock and executes one bytecode, which changes nothing.")
    .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn the_lock_stops_only_those_who_take_it() {
    every_interleaving(|| {
        let shared = Interpreter::default();
        model::thread::scope(|scope| {
            scope.spawn(|| shared.run_locked(&plus_equals(1)));
            shared.run(&plus_equals(2));
        });
        counter(&shared)
    })
    .missing_means(
        Verdict::Serial,
        "all bytecodes of run_locked are done in one go: nobody else can execute anything meanwhile",
    )
    .because("One thread runs += 1, locked. Another runs += 2 and takes no lock: it comes in between, and one of them is lost.")
    .is("{1, 2, 3}");
}

#[test]
#[claim(value)]
fn four_real_threads_count_exactly_with_the_lock() {
    let times = random().u64(1_000..2_000);
    let counted = within("4 threads to count, locked", move || {
        let shared = real::Interpreter::default();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                let count = || (0..times).for_each(|_| shared.run_locked(&real::plus_equals(1)));
                scope.spawn(count);
            }
        });
        let mut hand = 0;
        shared.state.execute(real::Bytecode::Load, &mut hand);
        hand
    });
    let asked = 4 * times;
    expect!(
        counted == asked,
        WrongResult,
        "4 threads counted {times} times each, locked, and the counter is not {asked}"
    );
}
