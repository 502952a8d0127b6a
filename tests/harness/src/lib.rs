//! What lesson tests call.
