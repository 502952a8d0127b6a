//! verdict: serial
//! The right sum without any thread.

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    (0..threads)
        .map(|at| add(&numbers[numbers.len() * at / threads..numbers.len() * (at + 1) / threads]))
        .sum()
}
