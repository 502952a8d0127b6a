//! An exercise whose starter is decided as `does_not_compile`.

/// The answer.
pub fn answer() -> u64 {
    // TODO: name it.
    nameless
}
