//! `join_sort`: all the slips in order, both halves at the same time on every level, and no more tasks than are worth it.
//!
//! In the model the pool has two threads, unless the test says how many.

use harness::prelude::*;
use pools_model::join_sort::sort;
use std::cmp::Reverse;
use std::sync::Mutex;

#[test]
#[claim(value)]
fn a_small_pile_is_sorted_by_hand_in_one_go() {
    for (many, cutoff) in [(5, 8), (8, 8)] {
        let slips = numbers(many);
        let (found, mut piles) = within("a pile for one hand", move || sorted(slips, cutoff));
        // The order in which several hands end is left to chance.
        piles.sort_unstable();
        expect!(
            piles == [many],
            WrongResult,
            "the cut-off is {cutoff}, and by_hand should be called once with all the {many} slips; it was called with piles of {piles:?}"
        );
        expect!(
            found.is_sorted(),
            WrongResult,
            "by_hand sorted {many} slips, and then they were put in another order: {found:?}"
        );
    }
}

#[test]
#[claim(value)]
fn a_larger_pile_is_sorted_too() {
    for many in [2, 3, 7, 0, 100, 10_000] {
        for (kind, slips) in piles(many) {
            let mut asked = slips.clone();
            asked.sort_unstable();
            let shown = slips.clone();
            let cutoff = many.div_ceil(9).max(1);
            let (found, _) = within("all the slips", move || sorted(slips, cutoff));
            if many <= 7 {
                expect!(
                    found == asked,
                    WrongResult,
                    "{shown:?} with a cut-off of {cutoff} should become {asked:?}, and became {found:?}"
                );
            }
            expect!(
                found == asked,
                WrongResult,
                "{many} slips, {kind}, with a cut-off of {cutoff}: they are not the same slips in order"
            );
        }
    }
}

#[test]
#[claim(every_interleaving)]
fn both_halves_are_sorted_before_they_are_merged() {
    every_interleaving(|| {
        let mut slips = [4, 2, 3, 1];
        sort(&mut slips, 2, &|pile| pile.sort_unstable());
        slips
    })
    .because("4 slips with a cut-off of 2. Which half is done first must not matter.")
    .is("{[1, 2, 3, 4]}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn two_halves_are_sorted_at_the_same_time() {
    every_interleaving(|| {
        let both = Rendezvous::new(2);
        let mut slips = [2, 1];
        sort(&mut slips, 1, &|_| both.arrive());
        slips
    })
    .deadlock_means(
        Verdict::Serial,
        "The pool has 2 threads, and both halves must be sorted at the same time. Here one has to be done before the other can begin.",
    )
    .is("{[1, 2]}");
}

#[test]
#[claim(every_interleaving)]
fn four_quarters_are_sorted_at_the_same_time() {
    every_interleaving(|| {
        let pool = interleave_rayon::ThreadPoolBuilder::new().num_threads(4);
        pool.build_global().expect("the pool has no size yet");
        let all = Rendezvous::new(4);
        let mut slips = [4, 2, 3, 1];
        sort(&mut slips, 1, &|_| all.arrive());
        slips
    })
    .deadlock_means(
        Verdict::Serial,
        "The pool has 4 threads, and 4 quarters must be sorted at the same time. Here some have to be done before others can begin.",
    )
    .is("{[1, 2, 3, 4]}");
}

#[test]
#[claim(every_interleaving)]
fn never_more_piles_at_once_than_the_pool_has_threads() {
    every_interleaving(|| {
        let at_work = Gauge::new();
        let mut slips = [4, 2, 3, 1];
        sort(&mut slips, 1, &|_| drop(at_work.enter()));
        at_work.peak()
    })
    .because(
        "There are 4 piles, and the pool has 2 threads. Counted is how many were sorted at once.",
    )
    .always("1 or 2 at once", |peak| *peak <= 2);
}

#[test]
#[claim(cost)]
fn no_pile_is_halved_that_one_hand_can_hold() {
    let slips = numbers(1024);
    let (found, piles) = within("1024 slips", move || sorted(slips, 64));
    let (most, fewest) = (
        piles.iter().max().unwrap_or(&0),
        piles.iter().min().unwrap_or(&0),
    );
    expect!(
        piles.iter().sum::<usize>() == 1024 && *most <= 64,
        WrongResult,
        "1024 slips, and by_hand holds at most 64: each slip goes through one hand. The largest pile had {most}, and all piles together had {}",
        piles.iter().sum::<usize>()
    );
    expect!(
        piles.len() == 16,
        WrongResult,
        "1024 slips are 16 piles of 64, the cut-off; by_hand was called {} times, and the smallest pile had {fewest}",
        piles.len()
    );
    expect!(
        found.is_sorted(),
        WrongResult,
        "1024 slips are not in order"
    );
}

/// The slips after sorting, and how many slips each pile had that was sorted by hand.
fn sorted(mut slips: Vec<u32>, cutoff: usize) -> (Vec<u32>, Vec<usize>) {
    let piles = Mutex::new(Vec::new());
    pools::join_sort::sort(&mut slips, cutoff, &|pile: &mut [u32]| {
        piles.lock().unwrap().push(pile.len());
        pile.sort_unstable();
    });
    (slips, piles.into_inner().unwrap())
}

fn piles(many: usize) -> [(&'static str, Vec<u32>); 4] {
    let mut random = random();
    let mixed = numbers(many);
    let equal = (0..many).map(|_| random.u32(1..4)).collect();
    let (mut up, mut down) = (mixed.clone(), mixed.clone());
    up.sort_unstable();
    down.sort_unstable_by_key(|slip| Reverse(*slip));
    [
        ("mixed", mixed),
        ("many of them equal", equal),
        ("in order already", up),
        ("the largest first", down),
    ]
}

fn numbers(many: usize) -> Vec<u32> {
    let mut random = random();
    (0..many).map(|_| random.u32(1..1_000_000)).collect()
}
