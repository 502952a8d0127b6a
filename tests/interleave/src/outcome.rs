//! How one execution can end, as a test sees it.

use std::fmt::{self, Debug};

/// How one execution ended.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome<T> {
    /// The body returned this.
    Value(T),
    /// The body panicked with this message.
    Panic(String),
    /// Nobody could go on before the body had returned.
    Deadlock,
    /// The execution had not ended after [`max_steps`](crate::Explore::max_steps) steps.
    Livelock,
}

/// The form in snapshots: `4`, `panic: boom`, `deadlock`, `livelock`.
impl<T: Debug> Debug for Outcome<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Outcome::Value(value) => value.fmt(f),
            Outcome::Panic(message) => write!(f, "panic: {message}"),
            Outcome::Deadlock => f.write_str("deadlock"),
            Outcome::Livelock => f.write_str("livelock"),
        }
    }
}
