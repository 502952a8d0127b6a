//! A worker of `primes`: it writes the primes of its share, one a line.

use std::env;

fn main() {
    harness_hand::enter();
    let bounds: Vec<u64> = env::args().skip(1).flat_map(|n| n.parse()).collect();
    let [from, to] = bounds[..] else {
        eprintln!("two numbers are needed: where the share begins, and where it ends");
        std::process::exit(2);
    };
    for prime in processes::primes::find(from..to) {
        println!("{prime}");
    }
}
