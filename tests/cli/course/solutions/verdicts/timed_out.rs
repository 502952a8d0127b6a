//! The solution of `timed_out`.

/// The answer.
pub fn answer() -> u64 {
    42
}
