//! Views: for each atomic the newest message that a thread, a message or an object knows of, and how late it is there.
//!
//! The operational model of C11's release-acquire fragment after Kang, Hur, Lahav, Vafeiadis and Dreyer (POPL 2017),
//! without promises: modification order is execution order.

use crate::object::ObjId;

/// Timestamps by object number, and the virtual time.
///
/// Each thread has a clock of its own, or a look at it would be a step that all others notice. It is never behind that of
/// anybody whom the thread has learned from: time passes along happens-before, as in Lamport's clocks (CACM 1978).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// An object beyond the end stands at 0, its initial value.
    known: Vec<u32>,
    /// Virtual milliseconds since the execution began.
    time: u64,
}

impl View {
    /// The newest message of `object` that is known.
    pub fn at(&self, object: ObjId) -> u32 {
        self.known.get(object as usize).copied().unwrap_or(0)
    }

    /// Learns of message `timestamp` of `object`.
    pub fn raise(&mut self, object: ObjId, timestamp: u32) {
        let i = object as usize;
        if self.known.len() <= i {
            self.known.resize(i + 1, 0);
        }
        self.known[i] = self.known[i].max(timestamp);
    }

    /// Learns all that `other` knows.
    pub fn join(&mut self, other: &View) {
        if self.known.len() < other.known.len() {
            self.known.resize(other.known.len(), 0);
        }
        for (mine, theirs) in self.known.iter_mut().zip(&other.known) {
            *mine = (*mine).max(*theirs);
        }
        self.time = self.time.max(other.time);
    }

    /// Lets time pass; it stops where no sum with it can overflow. Returns how late it is then.
    pub(crate) fn pass(&mut self, milliseconds: u64) -> u64 {
        self.time = self.time.saturating_add(milliseconds).min(u64::MAX / 2);
        self.time
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    fn view(pairs: &[(u32, u32)]) -> View {
        let mut v = View::default();
        for &(o, t) in pairs {
            v.raise(o, t);
        }
        v
    }

    #[test]
    fn unknown_objects_stand_at_their_initial_value() {
        assert_eq!(View::default().at(7), 0);
    }

    #[test]
    fn a_view_never_goes_back() {
        let mut v = view(&[(1, 5)]);
        v.raise(1, 3);
        assert_eq!(v.at(1), 5);
    }

    #[test]
    fn a_join_takes_the_newer_of_each() {
        let mut v = view(&[(0, 1), (1, 5)]);
        v.join(&view(&[(0, 2), (1, 4), (3, 9)]));
        assert_eq!([v.at(0), v.at(1), v.at(2), v.at(3)], [2, 5, 0, 9]);
    }
    #[test]
    fn a_join_takes_the_later_time() {
        let (mut early, mut late) = (View::default(), View::default());
        early.pass(1);
        late.pass(5);
        early.join(&late);
        assert_eq!([early.pass(0), late.pass(0)], [5, 5]);
    }
}
