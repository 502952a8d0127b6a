//! Views: for each atomic the newest message that a thread, a message or an object knows of.
//!
//! The operational model of C11's release-acquire fragment after Kang, Hur, Lahav, Vafeiadis and Dreyer (POPL 2017),
//! without promises: modification order is execution order.

use crate::object::ObjId;

/// Timestamps by object number; an object beyond the end stands at 0, its initial value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View(Vec<u32>);

impl View {
    /// The newest message of `object` that is known.
    pub fn at(&self, object: ObjId) -> u32 {
        self.0.get(object as usize).copied().unwrap_or(0)
    }

    /// Learns of message `timestamp` of `object`.
    pub fn raise(&mut self, object: ObjId, timestamp: u32) {
        let i = object as usize;
        if self.0.len() <= i {
            self.0.resize(i + 1, 0);
        }
        self.0[i] = self.0[i].max(timestamp);
    }

    /// Learns all that `other` knows.
    pub fn join(&mut self, other: &View) {
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
}
