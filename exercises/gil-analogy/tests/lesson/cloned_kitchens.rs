//! `cloned_kitchens`: a copy of the state and a Gil of its own, and what was added comes back once.

use gil_analogy_model::cloned_kitchens::{Bytecode, Interpreter, run_all};
use harness::prelude::*;
use interleave_std as model;
use model::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// A kitchen whose counter is 5, written once.
fn kitchen() -> Interpreter {
    let kitchen = Interpreter::default();
    kitchen.run(&[Bytecode::Add(5), Bytecode::Store], || ());
    kitchen
}

/// `counter += n`.
fn add(n: u64) -> Vec<Bytecode> {
    vec![Bytecode::Load, Bytecode::Add(n), Bytecode::Store]
}

#[test]
#[claim(every_interleaving)]
fn a_clone_begins_with_what_is_in_the_kitchen() {
    every_interleaving(|| kitchen().cloned().look())
        .because("The counter is 5 and was written once. A clone shows the same.")
        .is("{(5, 1)}");
}

#[test]
#[claim(every_interleaving)]
fn what_is_done_in_a_clone_stays_there() {
    every_interleaving(|| {
        let kitchen = kitchen();
        let clone = kitchen.cloned();
        clone.run(&add(2), || ());
        kitchen.run(&add(30), || ());
        (kitchen.look(), clone.look())
    })
    .because("A kitchen with 5 is cloned. Then 2 are added in the clone, and 30 in the kitchen.")
    .is("{((35, 2), (7, 2))}");
}

#[test]
#[claim(every_interleaving)]
fn a_clone_has_a_stove_of_its_own() {
    every_interleaving(|| {
        let kitchen = kitchen();
        let clone = kitchen.cloned();
        kitchen.run(&[Bytecode::Add(1)], || {
            clone.run(&[Bytecode::Add(1)], || ());
        });
    })
    .deadlock_means(
        Verdict::Serial,
        "while somebody cooks in the kitchen, nobody can cook in its clone",
    )
    .because("Two kitchens have a Gil each. One bytecode is executed in the clone while another is in the kitchen.")
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_in_one_clone_take_turns() {
    every_interleaving(|| {
        let clone = kitchen().cloned();
        let stove = Gauge::new();
        let cook = || clone.run(&[Bytecode::Add(1)], || drop(stove.enter()));
        model::thread::scope(|scope| {
            scope.spawn(cook);
            cook();
        });
        stove.peak()
    })
    .because("2 threads cook in the same clone. It has one Gil, so one at a time is at the stove.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn a_clone_is_made_between_two_bytecodes() {
    every_interleaving(|| {
        let kitchen = Interpreter::default();
        model::thread::scope(|scope| {
            scope.spawn(|| kitchen.run(&[Bytecode::Add(9), Bytecode::Store], || ()));
            kitchen.cloned().look()
        })
    })
    .because("A thread stores 9 while another clones the kitchen. The clone has the counter 0 and no store, or 9 and one.")
    .is("{(0, 0), (9, 1)}");
}

#[test]
#[claim(every_interleaving)]
fn the_programs_run_at_the_same_time() {
    every_interleaving(|| {
        let kitchen = kitchen();
        let both = Rendezvous::new(2);
        let bytecode = vec![Bytecode::Add(1)];
        run_all(&kitchen, &[bytecode.clone(), bytecode], |_| both.arrive()).len()
    })
    .deadlock_means(
        Verdict::Serial,
        "2 programs must be at their stoves at the same moment. Here one has to come to its end before another can cook.",
    )
    .because("Each of the 2 programs has a kitchen, and a Gil, of its own.")
    .is("{2}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn every_program_has_what_was_there_and_what_it_added() {
    every_interleaving(|| run_all(&kitchen(), &[add(10), add(200)], |_| ()))
        .because("The kitchen has 5. One program adds 10, another 200, each in a clone of its own.")
        .is("{[15, 205]}");
}

#[test]
#[claim(every_interleaving)]
fn cooking_is_told_whose_bytecode_it_is() {
    every_interleaving(|| {
        let cooked = [AtomicUsize::new(0), AtomicUsize::new(0)];
        let cooking = |number: usize| {
            cooked[number].fetch_add(1, Relaxed);
        };
        run_all(&kitchen(), &[add(10), vec![Bytecode::Add(1)]], cooking);
        cooked.map(AtomicUsize::into_inner)
    })
    .because("Program 0 has 3 bytecodes, program 1 has 1. The result is how often cooking was called for each.")
    .is("{[3, 1]}");
}

#[test]
#[claim(every_interleaving)]
fn the_kitchen_gets_what_each_has_added() {
    every_interleaving(|| {
        let kitchen = kitchen();
        run_all(&kitchen, &[add(10), [add(200), add(3000)].concat()], |_| ());
        kitchen.look()
    })
    .because("The kitchen has 5, written once. One clone adds 10 in 1 store, the other 3200 in 2. What was there before counts once.")
    .is("{(3215, 4)}");
}

#[test]
#[claim(every_interleaving)]
fn no_program_changes_nothing() {
    every_interleaving(|| {
        let kitchen = kitchen();
        let results = run_all(&kitchen, &[], |_| ());
        (results, kitchen.look())
    })
    .is("{([], (5, 1))}");
}

#[test]
#[claim(every_interleaving)]
fn the_kitchen_stays_open_while_its_clones_work() {
    every_interleaving(|| {
        let kitchen = kitchen();
        run_all(&kitchen, &[vec![Bytecode::Add(1)]], |_| assert_eq!(kitchen.look().0, 5))
    })
    .because("While a program runs in its clone, somebody looks into the kitchen. Its Gil must be free for that.")
    .is("{[5]}");
}

#[test]
#[claim(every_interleaving)]
fn two_can_merge_into_one_kitchen() {
    every_interleaving(|| {
        let kitchen = kitchen();
        model::thread::scope(|scope| {
            scope.spawn(|| run_all(&kitchen, &[vec![Bytecode::Load, Bytecode::Add(10), Bytecode::Store]], |_| ()));
            run_all(&kitchen, &[vec![Bytecode::Load, Bytecode::Add(200), Bytecode::Store]], |_| ());
        });
        kitchen.look()
    })
    .because("2 threads call run_all for the same kitchen. It had 5, and 10 and 200 are added: in 3 stores, the first one included.")
    .is("{(215, 3)}");
}

#[test]
#[claim(every_interleaving)]
fn nobody_sees_the_kitchen_half_merged() {
    every_interleaving(|| {
        let kitchen = kitchen();
        model::thread::scope(|scope| {
            scope.spawn(|| run_all(&kitchen, &[add(10)], |_| ()));
            kitchen.look()
        })
    })
    .because("The kitchen has 5, written once. A clone adds 10 in 1 store while somebody looks into the kitchen: before it is merged, or after it.")
    .is("{(15, 2), (5, 1)}");
}

#[test]
#[claim(value)]
fn nine_real_kitchens_cook_together_and_keep_their_own_counters() {
    use gil_analogy::cloned_kitchens::{Bytecode, Interpreter, run_all};
    let mut random = random();
    let begun = random.u64(100..900);
    // More than the usual pool of 4 or 8.
    let added: Vec<u64> = (0..9).map(|_| random.u64(1..1_000)).collect();
    let programs: Vec<Vec<Bytecode>> = added
        .iter()
        .map(|n| vec![Bytecode::Load, Bytecode::Add(*n), Bytecode::Store])
        .collect();
    let (results, state) = within("9 programs in 9 kitchens", move || {
        let kitchen = Interpreter::default();
        kitchen.run(&[Bytecode::Add(begun), Bytecode::Store], || ());
        let together = Meeting::new(9, "programs");
        let ended = (
            run_all(&kitchen, &programs, |_| together.arrive()),
            kitchen.look(),
        );
        together.check();
        ended
    });
    let asked: Vec<u64> = added.iter().map(|n| begun + n).collect();
    expect!(
        results == asked,
        WrongResult,
        "the kitchen had {begun}, and the programs add {added:?}: each clone ends with the sum of both; yours end with \
         {results:?}"
    );
    let asked = (begun + added.iter().sum::<u64>(), 10);
    expect!(
        state == asked,
        WrongResult,
        "the kitchen had {begun} in 1 store, and 9 clones have added {added:?}: it should have {asked:?}, and has {state:?}"
    );
}
