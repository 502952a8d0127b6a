//! The solution of `wrong_result`.

/// The answer.
pub fn answer() -> u64 {
    42
}
