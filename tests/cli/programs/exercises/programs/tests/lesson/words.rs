//! What all exercises of the lesson share.

/// What everybody is to say.
pub(crate) const HELLO: &str = "hello";
