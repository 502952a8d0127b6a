//! The solution of `does_not_compile`.

/// The answer.
pub fn answer() -> u64 {
    42
}
