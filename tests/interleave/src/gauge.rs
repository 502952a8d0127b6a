//! How many threads are inside a piece of code at once, over all interleavings.

use crate::object::{Id, NONE, ObjId, ObjectKind};
use crate::op::{Kind, Loc};
use crate::runtime::{active, with};
use crate::{op, op_at};
use std::panic::Location;

/// Counts the threads of a model that are inside at once. Entering and leaving are operations of their own, so every
/// order of them is explored: "never more than two" is decided.
#[derive(Debug)]
pub struct Gauge {
    id: Id,
}

/// Inside the gauge until it is dropped.
#[must_use = "the thread is inside for as long as this lives"]
#[derive(Debug)]
pub struct Inside {
    gauge: ObjId,
    loc: Loc,
}

impl Gauge {
    /// A gauge with nobody inside.
    #[allow(
        clippy::new_without_default,
        reason = "a derived Default would lose the caller's place"
    )]
    #[track_caller]
    pub const fn new() -> Gauge {
        Gauge { id: Id::new() }
    }

    /// Goes inside.
    ///
    /// # Panics
    /// Outside an exploration.
    #[track_caller]
    pub fn enter(&self) -> Inside {
        let gauge = self.id.get(ObjectKind::Gauge);
        op(Kind::Enter, gauge, NONE, 0);
        Inside {
            gauge,
            loc: Location::caller(),
        }
    }

    /// The largest number of threads that have been inside at once in this execution.
    ///
    /// # Panics
    /// Outside an exploration.
    #[track_caller]
    pub fn peak(&self) -> usize {
        op(Kind::Peak, self.id.get(ObjectKind::Gauge), NONE, 0) as usize
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        // A guard that left the execution with the body's value counts no more.
        if active() && with(|rt| (self.gauge as usize) < rt.objects.len()) {
            op_at(Kind::Leave, self.gauge, NONE, 0, self.loc);
        }
    }
}
