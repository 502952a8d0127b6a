//! An exercise whose starter is decided as `not_started`.

/// The answer.
pub fn answer() -> u64 {
    // TODO 1: answer.
    todo!("answer the question")
}
