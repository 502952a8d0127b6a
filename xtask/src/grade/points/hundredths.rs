//! Points without the surprises of binary fractions.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// Hundredths of a point, or of a weight, or of a percent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hundredths(u64);

/// More than any course gives, and few enough that no product of two overflows.
const MOST: u64 = 1_000_000;

impl Hundredths {
    pub(super) const ZERO: Self = Self(0);

    pub(super) const fn whole(number: u64) -> Self {
        Self(number * 100)
    }

    /// The nearest one.
    pub(super) fn of_points(points: f64) -> Self {
        Self((points * 100.0).round() as u64)
    }

    pub(super) fn as_points(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// `part` of `all` of it, to the nearest hundredth, halves up; nothing of nothing is nothing.
    pub(super) fn share(self, part: Self, all: Self) -> Self {
        if all.0 == 0 {
            return Self::ZERO;
        }
        let (whole, part, all) = (u128::from(self.0), u128::from(part.0), u128::from(all.0));
        let rounded = (2 * whole * part + all) / (2 * all);
        Self(u64::try_from(rounded).unwrap_or(u64::MAX))
    }

    pub(super) fn times(self, number: u64) -> Self {
        Self(self.0.saturating_mul(number))
    }

    /// What is left; never less than nothing.
    pub(super) fn less(self, off: Self) -> Self {
        Self(self.0.saturating_sub(off.0))
    }
}

impl AddAssign for Hundredths {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Hundredths {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.map(|one| one.0).sum())
    }
}

/// `2`, `2.5`, `0.25`.
impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_points())
    }
}

impl<'de> Deserialize<'de> for Hundredths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Number)
    }
}

struct Number;

impl Visitor<'_> for Number {
    type Value = Hundredths;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number from 0 to {MOST} with at most two decimals")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Hundredths, E> {
        u64::try_from(number)
            .ok()
            .filter(|number| *number <= MOST)
            .map(Hundredths::whole)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Signed(number), &self))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Hundredths, E> {
        let hundredths = number * 100.0;
        // Not a number fails the first test, infinity the second.
        if (0.0..=MOST as f64).contains(&number) && (hundredths - hundredths.round()).abs() < 1e-6 {
            return Ok(Hundredths(hundredths.round() as u64));
        }
        Err(E::invalid_value(de::Unexpected::Float(number), &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_to_the_nearest_hundredth_and_halves_go_up() {
        let share = |points: f64, part, all| {
            Hundredths::of_points(points)
                .share(Hundredths::whole(part), Hundredths::whole(all))
                .as_points()
        };
        assert_eq!(share(1.0, 1, 3), 0.33);
        assert_eq!(share(1.0, 2, 3), 0.67);
        assert_eq!(share(0.01, 1, 2), 0.01);
        assert_eq!(share(0.29, 1, 1), 0.29);
        assert_eq!(share(5.0, 0, 0), 0.0);
    }

    #[test]
    fn a_number_is_written_without_needless_zeros() {
        assert_eq!(Hundredths(250).to_string(), "2.5");
        assert_eq!(Hundredths::whole(10).to_string(), "10");
    }
}
