//! A seed mixed from both numbers, a place behind a lock for each result, and a sum of pairs of pairs.

use fastrand::Rng;
use std::sync::Mutex;
use std::thread;

/// The finaliser of SplitMix64 spreads both numbers over all bits.
fn mixed(seed: u64, number: u64) -> u64 {
    let mut bits = seed;
    for add in [0x9e37_79b9_7f4a_7c15, number] {
        bits = bits.wrapping_add(add).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits ^= bits >> 27;
        bits = bits.wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
    }
    bits
}

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let numbers = Mutex::new(0..evenings);
    let results = Mutex::new(vec![0.0; evenings]);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(number) = numbers.lock().unwrap().next() else {
                        break;
                    };
                    let mut random = Rng::with_seed(mixed(seed, number as u64));
                    let result = evening(number, &mut random);
                    results.lock().unwrap()[number] = result;
                }
            });
        }
    });
    pairwise(&results.into_inner().unwrap()) / evenings as f64
}

fn pairwise(results: &[f64]) -> f64 {
    match results {
        [] => 0.0,
        [one] => *one,
        more => {
            let (left, right) = more.split_at(more.len() / 2);
            pairwise(left) + pairwise(right)
        }
    }
}
