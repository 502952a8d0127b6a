//! The clock of an execution: it moves when somebody looks at it or sleeps, never by itself.

use crate::runtime::{active, with};
use std::time::Duration;

/// Moves this execution's clock on, as `thread::sleep` does. Counts whole milliseconds, rounded up.
pub fn advance_clock(by: Duration) {
    if active() {
        let milliseconds = u64::try_from(by.as_micros().div_ceil(1000)).unwrap_or(u64::MAX / 4);
        with(|rt| rt.clock = rt.clock.saturating_add(milliseconds).min(u64::MAX / 2));
    }
}
