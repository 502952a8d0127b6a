//! The solution of `crashed`.

/// The answer.
pub fn answer() -> u64 {
    42
}
