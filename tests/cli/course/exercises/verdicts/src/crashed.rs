//! An exercise whose starter is decided as `crashed`.

use std::hint::black_box;

/// The answer.
pub fn answer() -> u64 {
    // TODO: end before the stack does.
    deeper(black_box(1))
}

fn deeper(depth: u64) -> u64 {
    if black_box(depth) == 0 {
        return 42;
    }
    deeper(depth + 1) + black_box(1)
}
