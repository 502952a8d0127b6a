//! What work costs that is done by other processes: the time on the clock, and the CPU time of all of them.

use std::time::{Duration, Instant};

use crate::run::usage;

/// What was spent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) wall: Duration,
    /// User and system, of all processes that have ended.
    pub(super) cpu: Duration,
}

impl Cost {
    /// Of the work, and of whatever processes it starts and waits for.
    ///
    /// # Errors
    /// Those of the work.
    pub(super) fn of<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(T, Self)> {
        let (begun, before) = (Instant::now(), usage::of_children());
        let done = work()?;
        let wall = begun.elapsed();
        let cpu = usage::of_children().saturating_sub(before);
        Ok((done, Self { wall, cpu }))
    }
}

impl std::ops::AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.wall += other.wall;
        self.cpu += other.cpu;
    }
}
