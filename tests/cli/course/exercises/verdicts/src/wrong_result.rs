//! An exercise whose starter is decided as `wrong_result`.

/// The answer.
pub fn answer() -> u64 {
    // TODO: one more.
    41
}
