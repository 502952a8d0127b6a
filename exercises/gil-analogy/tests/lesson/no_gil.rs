//! `no_gil`: a lock for each object, two of them in one order, and never one for all.

use gil_analogy_model::no_gil::Bytecode::{Append, Extend, Swap};
use gil_analogy_model::no_gil::Interpreter;
use harness::prelude::*;
use interleave_std as model;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

#[test]
#[claim(every_interleaving)]
fn bytecodes_do_to_lists_what_python_does() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2], vec![]]);
        lists.execute(Append { to: 0, item: 9 }, || ());
        lists.execute(Extend { to: 1, from: 0 }, || ());
        lists.execute(Swap { a: 1, b: 2 }, || ());
        lists.look()
    })
    .because("There are [1], [2] and []. 9 is appended to list 0, list 1 is extended by it, then lists 1 and 2 are swapped.")
    .is("{[[1, 9], [], [2, 1, 9]]}");
}

#[test]
#[claim(every_interleaving)]
fn a_list_can_be_extended_by_itself_and_swapped_with_itself() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1, 2]]);
        lists.execute(Extend { to: 0, from: 0 }, || ());
        lists.execute(Swap { a: 0, b: 0 }, || ());
        lists.look()
    })
    .because("`a.extend(a)` writes the list once more at its end: [1, 2, 1, 2]. To swap it with itself changes nothing.")
    .is("{[[1, 2, 1, 2]]}");
}

#[test]
#[claim(every_interleaving)]
fn every_bytecode_cooks_once() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2]]);
        let cooked = std::cell::Cell::new(0);
        for bytecode in [
            Append { to: 0, item: 9 },
            Extend { to: 0, from: 1 },
            Extend { to: 1, from: 1 },
            Swap { a: 0, b: 1 },
            Swap { a: 1, b: 1 },
        ] {
            lists.execute(bytecode, || cooked.set(cooked.get() + 1));
        }
        cooked.get()
    })
    .because(
        "5 bytecodes are executed. Each calls cooking once, a bytecode that changes nothing too.",
    )
    .is("{5}");
}

#[test]
#[claim(every_interleaving)]
fn extending_both_ways_comes_to_an_end() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2]]);
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Extend { to: 0, from: 1 }, || ()));
            scope.spawn(|| lists.execute(Extend { to: 1, from: 0 }, || ()));
        });
        lists.look()
    })
    .because("[1] is extended by [2] while [2] is extended by [1]. Whichever is the second one copies all that is there by then.")
    .is("{[[1, 2, 1], [2, 1]], [[1, 2], [2, 1, 2]]}");
}

#[test]
#[claim(every_interleaving)]
fn swapping_both_ways_comes_to_an_end() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2]]);
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Swap { a: 0, b: 1 }, || ()));
            scope.spawn(|| lists.execute(Swap { a: 1, b: 0 }, || ()));
        });
        lists.look()
    })
    .because("Lists 0 and 1 are swapped, twice. In the end all is as it was.")
    .is("{[[1], [2]]}");
}

#[test]
#[claim(every_interleaving)]
fn a_ring_of_three_comes_to_an_end() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2], vec![3]]);
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Swap { a: 0, b: 1 }, || ()));
            scope.spawn(|| lists.execute(Swap { a: 1, b: 2 }, || ()));
            scope.spawn(|| lists.execute(Swap { a: 2, b: 0 }, || ()));
        });
        lists.look().concat()
    })
    .because("3 threads swap lists 0 and 1, 1 and 2, 2 and 0, in any order. Each number is still there once.")
    .is("{[1, 3, 2], [2, 1, 3], [3, 2, 1]}");
}

#[test]
#[claim(every_interleaving)]
fn no_append_is_lost() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![], vec![5]]);
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Append { to: 0, item: 9 }, || ()));
            scope.spawn(|| lists.execute(Swap { a: 0, b: 1 }, || ()));
        });
        lists.look()
    })
    .because("9 is appended to list 0, before lists 0 and 1 are swapped or after it.")
    .is("{[[5, 9], []], [[5], [9]]}");
}

#[test]
#[claim(every_interleaving)]
fn nobody_looks_into_the_middle_of_a_bytecode() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2]]);
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Swap { a: 1, b: 0 }, || ()));
            lists.look()
        })
    })
    .because("Lists 0 and 1 are swapped while somebody looks at both: before it, or after it.")
    .is("{[[1], [2]], [[2], [1]]}");
}

#[test]
#[claim(every_interleaving)]
fn one_list_has_one_cook_at_a_time() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2]]);
        let inside = Gauge::new();
        let cooking = || drop(inside.enter());
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Append { to: 0, item: 9 }, cooking));
            scope.spawn(|| lists.execute(Extend { to: 0, from: 1 }, cooking));
            lists.execute(Swap { a: 0, b: 1 }, cooking);
        });
        inside.peak()
    })
    .because(
        "3 bytecodes need list 0. The result is how many of them were cooking at the same moment.",
    )
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn who_needs_two_lists_cooks_with_both_in_hand() {
    for bytecode in [
        Extend { to: 0, from: 1 },
        Extend { to: 1, from: 0 },
        Swap { a: 0, b: 1 },
    ] {
        for to in [0, 1] {
            every_interleaving(|| {
                let lists = Interpreter::new(vec![vec![1], vec![2]]);
                let inside = Gauge::new();
                let cooking = || drop(inside.enter());
                model::thread::scope(|scope| {
                    scope.spawn(|| lists.execute(Append { to, item: 9 }, cooking));
                    lists.execute(bytecode, cooking);
                });
                inside.peak()
            })
            .because("One bytecode needs lists 0 and 1, another appends to one of them. The result is how many of the two were cooking at the same moment.")
            .is("{1}");
        }
    }
}

#[test]
#[claim(every_interleaving)]
fn two_lists_are_written_at_the_same_time() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2]]);
        let both = Rendezvous::new(2);
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Append { to: 0, item: 8 }, || both.arrive()));
            scope.spawn(|| lists.execute(Append { to: 1, item: 9 }, || both.arrive()));
        });
        lists.look()
    })
    .deadlock_means(
        Verdict::Serial,
        "while one thread writes list 0, another cannot write list 1",
    )
    .because("2 bytecodes have no list in common. Both must be under way at the same moment.")
    .is("{[[1, 8], [2, 9]]}");
}

#[test]
#[claim(every_interleaving)]
fn two_pairs_of_lists_are_used_at_the_same_time() {
    every_interleaving(|| {
        let lists = Interpreter::new(vec![vec![1], vec![2], vec![3], vec![4]]);
        let both = Rendezvous::new(2);
        model::thread::scope(|scope| {
            scope.spawn(|| lists.execute(Extend { to: 0, from: 1 }, || both.arrive()));
            scope.spawn(|| lists.execute(Swap { a: 3, b: 2 }, || both.arrive()));
        });
        lists.look()
    })
    .deadlock_means(
        Verdict::Serial,
        "while lists 0 and 1 are in use, nobody can use lists 2 and 3",
    )
    .because("2 bytecodes need 2 lists each, and have none in common. Both must be under way at the same moment.")
    .is("{[[1, 2], [2], [4], [3]]}");
}

#[test]
#[claim(together)]
fn nine_real_lists_are_written_at_the_same_time() {
    use gil_analogy::no_gil::{Bytecode, Interpreter};
    let found = within("9 threads to append to 9 lists", || {
        let lists = Interpreter::new(vec![vec![]; 9]);
        let together = Meeting::new(9, "bytecodes");
        thread::scope(|scope| {
            for to in 0..9 {
                let (lists, together) = (&lists, &together);
                let append = Bytecode::Append { to, item: 7 };
                scope.spawn(move || lists.execute(append, || together.arrive()));
            }
        });
        together.check();
        lists.look()
    });
    expect!(
        found == vec![[7]; 9],
        WrongResult,
        "7 was appended to each of 9 empty lists, and they are {found:?}"
    );
}

#[test]
#[claim(value)]
fn a_number_without_a_list_is_a_panic() {
    use gil_analogy::no_gil::{Bytecode, Interpreter};
    for bytecode in [
        Bytecode::Append { to: 2, item: 9 },
        Bytecode::Extend { to: 0, from: 2 },
        Bytecode::Swap { a: 2, b: 1 },
    ] {
        let panicked = within("a bytecode with a list that is not there", move || {
            let lists = Interpreter::new(vec![vec![1], vec![2]]);
            catch_unwind(AssertUnwindSafe(|| lists.execute(bytecode, || ()))).is_err()
        });
        expect!(
            panicked,
            WrongResult,
            "there are lists 0 and 1, and {bytecode:?} did not panic"
        );
    }
}

#[test]
#[claim(value)]
fn a_busy_wall_neither_stops_nor_loses_items() {
    use gil_analogy::no_gil::{Bytecode, Interpreter};
    let mut random = random();
    let programs: Vec<Vec<Bytecode>> = (0..4)
        .map(|_| {
            let mut bytecode = |item| {
                let (a, b) = (random.usize(0..4), random.usize(0..4));
                match random.bool() {
                    true => Bytecode::Append { to: a, item },
                    false => Bytecode::Swap { a, b },
                }
            };
            (0..1_000).map(&mut bytecode).collect()
        })
        .collect();
    let mut asked: Vec<u64> = programs
        .iter()
        .flatten()
        .filter_map(|bytecode| match bytecode {
            Bytecode::Append { item, .. } => Some(*item),
            _ => None,
        })
        .collect();
    let mut found = within("4 threads to execute 1000 bytecodes each", move || {
        let lists = Arc::new(Interpreter::new(vec![vec![]; 4]));
        let cooks: Vec<_> = programs
            .into_iter()
            .map(|program| {
                let lists = Arc::clone(&lists);
                thread::spawn(move || {
                    for bytecode in program {
                        lists.execute(bytecode, || ());
                    }
                })
            })
            .collect();
        cooks.into_iter().for_each(|cook| cook.join().unwrap());
        lists.look().concat()
    });
    asked.sort_unstable();
    found.sort_unstable();
    expect!(
        found == asked,
        Race,
        "{} items were appended, and those in the lists are not the same ones",
        asked.len()
    );
}
