//! Vector clocks: which events happen before which (Fidge 1988, Mattern 1989).

use crate::op::Tid;

/// For each thread how many of its events are known; threads beyond the end stand at 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock(Vec<u32>);

impl Clock {
    /// How many events of `t` are known.
    pub(crate) fn at(&self, t: Tid) -> u32 {
        self.0.get(t).copied().unwrap_or(0)
    }

    /// Learns of the event number `n` (from 1) of `t`.
    pub(crate) fn set(&mut self, t: Tid, n: u32) {
        if self.0.len() <= t {
            self.0.resize(t + 1, 0);
        }
        self.0[t] = self.0[t].max(n);
    }

    /// Learns all that `other` knows.
    pub(crate) fn join(&mut self, other: &Clock) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).max(*theirs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn a_join_knows_what_either_knew() {
        let (mut a, mut b) = (Clock::default(), Clock::default());
        a.set(0, 3);
        b.set(2, 1);
        a.join(&b);
        assert_eq!([a.at(0), a.at(1), a.at(2), a.at(9)], [3, 0, 1, 0]);
    }
}
