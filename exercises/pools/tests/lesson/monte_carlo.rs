//! `monte_carlo`: the same mean, to the last bit, for any number of workers and in every interleaving.

use fastrand::Rng;
use harness::prelude::*;
use interleave_std::sync::atomic::{AtomicUsize, Ordering};
use std::collections::{BTreeMap, HashSet};
use std::sync::Mutex;

type Evening<'a> = &'a (dyn Fn(usize, &mut Rng) -> f64 + Sync);

/// Added from left to right they are 1, since the first 1 is lost beside the large number. In any other order the rounding
/// is another.
const ROUNDED: [f64; 4] = [1.0, 1e16, -1e16, 1.0];

#[test]
#[claim(value)]
fn the_mean_is_that_of_all_evenings() {
    let simulate: fn(u64, usize, usize, Evening) -> f64 = pools::monte_carlo::simulate;
    let mut random = random();
    let (seed, factor) = (random.u64(..), f64::from(random.u32(1..1000)));
    for (evenings, workers) in [(1, 1), (5, 1), (10, 4), (11, 3), (2, 4)] {
        let found = within("the evenings", move || {
            simulate(seed, evenings, workers, &|number, _| number as f64 * factor)
        });
        let asked = (0..evenings).sum::<usize>() as f64 * factor / evenings as f64;
        expect!(
            (found - asked).abs() <= 1e-9 * asked,
            WrongResult,
            "{workers} workers play {evenings} evenings, and evening n gives {factor} times n: the mean is {asked}, yours is {found}"
        );
    }
}

#[test]
#[claim(value)]
fn every_evening_is_played_once() {
    let seed = random().u64(..);
    for (evenings, workers) in [(12, 4), (7, 2), (1, 3)] {
        let mut played = within("the evenings", move || {
            numbers_and_draws(seed, evenings, workers).0
        });
        played.sort_unstable();
        expect!(
            played.iter().copied().eq(0..evenings),
            WrongResult,
            "{workers} workers should play the evenings 0 to {}; they played {played:?}",
            evenings - 1
        );
    }
}

#[test]
#[claim(value)]
fn no_two_evenings_draw_the_same_numbers() {
    let seed = random().u64(..);
    let draws = within("300 evenings", move || numbers_and_draws(seed, 300, 3).1);
    let different = draws.values().collect::<HashSet<_>>().len();
    expect!(
        different == draws.len(),
        WrongResult,
        "{} evenings do not begin with {} different random numbers; each should have its own",
        draws.len(),
        draws.len()
    );
}

#[test]
#[claim(value)]
fn the_next_seed_plays_other_evenings() {
    let seed = random().u64(..1 << 60);
    let common = within("300 evenings, under two seeds", move || {
        let (first, second) = (
            numbers_and_draws(seed, 300, 2).1,
            numbers_and_draws(seed + 1, 300, 2).1,
        );
        let first: HashSet<u64> = first.into_values().collect();
        second.values().filter(|draw| first.contains(draw)).count()
    });
    expect!(
        common == 0,
        WrongResult,
        "the seeds {seed} and {} have {common} of 300 evenings in common",
        seed + 1
    );
}

#[test]
#[claim(value)]
fn a_seed_plays_the_same_evenings_again() {
    let seed = random().u64(..);
    let same = within("50 evenings, twice", move || {
        numbers_and_draws(seed, 50, 1).1 == numbers_and_draws(seed, 50, 1).1
    });
    expect!(
        same,
        WrongResult,
        "1 worker has played 50 evenings twice from seed {seed}, and they drew other numbers"
    );
}

#[test]
#[claim(every_interleaving)]
fn an_evening_draws_the_same_numbers_whoever_plays_it() {
    every_interleaving(|| {
        let steps = AtomicUsize::new(0);
        let draws: Vec<BTreeMap<usize, u64>> = [1, 2]
            .into_iter()
            .map(|workers| {
                let draws = Mutex::new(BTreeMap::new());
                pools_model::monte_carlo::simulate(7, 3, workers, &|number, random| {
                    steps.fetch_add(1, Ordering::SeqCst);
                    draws.lock().unwrap().insert(number, random.u64(..));
                    0.0
                });
                draws.into_inner().unwrap()
            })
            .collect();
        let other: Vec<&usize> = (draws[0].iter())
            .filter(|(number, draw)| draws[1].get(number) != Some(draw))
            .map(|(number, _)| number)
            .collect();
        match other[..] {
            [] => "the same numbers".to_string(),
            _ => format!("other numbers for {other:?}"),
        }
    })
    .because("3 evenings are played by 1 worker and then by 2. Each must draw the same numbers both times.")
    .is(r#"{"the same numbers"}"#)
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn the_results_are_always_added_in_the_same_order() {
    every_interleaving(|| {
        let steps = AtomicUsize::new(0);
        let mean = |workers| {
            pools_model::monte_carlo::simulate(7, 4, workers, &|number, _| {
                steps.fetch_add(1, Ordering::SeqCst);
                ROUNDED[number]
            })
        };
        match (mean(1), mean(2)) {
            (one, two) if one.to_bits() == two.to_bits() => "the same mean".to_string(),
            (one, two) => format!("{one} and {two}"),
        }
    })
    .because("4 evenings give 1, 1e16, -1e16 and 1, first to 1 worker and then to 2. How their sum is rounded must not depend on the workers.")
    .is(r#"{"the same mean"}"#);
}

#[test]
#[claim(every_interleaving)]
fn never_more_play_than_there_are_workers() {
    every_interleaving(|| {
        let at_play = Gauge::new();
        pools_model::monte_carlo::simulate(7, 3, 1, &|_, _| {
            let _one_more = at_play.enter();
            0.0
        });
        at_play.peak()
    })
    .because("There are 3 evenings and only 1 worker.")
    .always("1 at work at the same time", |peak| *peak == 1);
    every_interleaving(|| {
        let at_play = Gauge::new();
        pools_model::monte_carlo::simulate(7, 3, 2, &|_, _| {
            drop(at_play.enter());
            0.0
        });
        at_play.peak()
    })
    .because("There are 3 evenings and 2 workers.")
    .always("1 or 2 at work at the same time", |peak| *peak <= 2);
}

#[test]
#[claim(every_interleaving)]
fn all_the_workers_play_at_the_same_time() {
    every_interleaving(|| met(3, 3))
        .deadlock_means(
            Verdict::Serial,
            "3 workers must play 3 evenings at the same time. Here one has to finish before another can begin.",
        )
        .is("{3.0}");
}

#[test]
#[claim(every_interleaving)]
fn who_is_done_plays_again_beside_the_others() {
    every_interleaving(|| met(4, 2))
        .deadlock_means(
            Verdict::Serial,
            "2 workers play 4 evenings. At the end, too, both must be able to play at the same time.",
        )
        .is("{4.0}");
}

#[test]
#[claim(value)]
fn one_to_four_workers_find_the_same_mean() {
    let seed = random().u64(..);
    let means: Vec<f64> = within("1000 evenings with 1, 2, 3 and 4 workers", move || {
        [1, 2, 3, 4, 4]
            .map(|workers| pools::monte_carlo::simulate(seed, 1000, workers, &turned_away))
            .to_vec()
    });
    expect!(
        means
            .iter()
            .all(|mean| mean.to_bits() == means[0].to_bits()),
        WrongResult,
        "1, 2, 3, 4 and again 4 workers do not find the same mean, to the last bit, of the same 1000 evenings"
    );
    expect!(
        (1.2..2.8).contains(&means[0]),
        WrongResult,
        "with good random numbers about 1.96 guests are turned away on an evening; yours found {}",
        means[0]
    );
}

/// An evening with four parties of one to six guests, and 8 tables for four, each of them free with a chance of 2 to 1. Over
/// 200,000 evenings the mean was 1.96 guests, with a standard deviation of 3.06; over 1000 it is 0.1.
fn turned_away(_: usize, random: &mut Rng) -> f64 {
    let mut free = (0..8).filter(|_| random.u8(..3) > 0).count();
    let mut away = 0;
    for _ in 0..4 {
        let guests = random.usize(1..=6);
        let tables = guests.div_ceil(4);
        match free.checked_sub(tables) {
            Some(rest) => free = rest,
            None => away += guests,
        }
    }
    away as f64
}

/// Which evenings were played, and the first random number of each.
fn numbers_and_draws(
    seed: u64,
    evenings: usize,
    workers: usize,
) -> (Vec<usize>, BTreeMap<usize, u64>) {
    let drawn = Mutex::new(Vec::new());
    pools::monte_carlo::simulate(seed, evenings, workers, &|number, random| {
        drawn.lock().unwrap().push((number, random.u64(..)));
        0.0
    });
    let drawn = drawn.into_inner().unwrap();
    let numbers = drawn.iter().map(|(number, _)| *number).collect();
    (numbers, drawn.into_iter().collect())
}

/// How many evenings were played, when none ends before all the `workers` play one.
fn met(evenings: usize, workers: usize) -> f64 {
    let all_play = Rendezvous::new(workers);
    let mean = pools_model::monte_carlo::simulate(7, evenings, workers, &|_, _| {
        all_play.arrive();
        1.0
    });
    mean * evenings as f64
}
