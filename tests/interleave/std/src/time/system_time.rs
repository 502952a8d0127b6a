//! The virtual calendar.

use super::{Duration, SystemTimeError, look};
use ::std::ops::{Add, AddAssign, Sub, SubAssign};
use ::std::time as real;

/// The calendar of each execution starts here: 2025-01-01 00:00:00 UTC, in seconds.
const START: Duration = Duration::from_secs(1_735_689_600);

/// The beginning of Unix time.
pub const UNIX_EPOCH: SystemTime = SystemTime::UNIX_EPOCH;

/// A moment of the execution's calendar.
///
/// It is another type than the real one, which `std::fs::Metadata::modified` gives: convert that one with `from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime(real::SystemTime);

impl SystemTime {
    /// The beginning of Unix time.
    pub const UNIX_EPOCH: SystemTime = SystemTime(real::UNIX_EPOCH);

    /// The present moment; the look costs a virtual millisecond.
    pub fn now() -> SystemTime {
        SystemTime(real::UNIX_EPOCH + START + look())
    }

    /// The time from `earlier` to this moment.
    ///
    /// # Errors
    /// If `earlier` is later; the error holds by how much.
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        self.0.duration_since(earlier.0)
    }

    /// The time that has passed since this moment.
    ///
    /// # Errors
    /// If this moment lies in the future; the error holds by how much.
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }

    /// This moment and `duration` more, `None` on overflow.
    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_add(duration).map(SystemTime)
    }

    /// The moment `duration` before this one, `None` on overflow.
    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_sub(duration).map(SystemTime)
    }
}

impl From<real::SystemTime> for SystemTime {
    fn from(real: real::SystemTime) -> Self {
        SystemTime(real)
    }
}

impl Add<Duration> for SystemTime {
    type Output = SystemTime;
    fn add(self, duration: Duration) -> SystemTime {
        SystemTime(self.0 + duration)
    }
}

impl AddAssign<Duration> for SystemTime {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub<Duration> for SystemTime {
    type Output = SystemTime;
    fn sub(self, duration: Duration) -> SystemTime {
        SystemTime(self.0 - duration)
    }
}

impl SubAssign<Duration> for SystemTime {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}
