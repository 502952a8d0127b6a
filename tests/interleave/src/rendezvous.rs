//! A meeting that proves parallelism without a clock.

use crate::object::{Id, ObjectKind, obj};
use crate::op::Kind;
use crate::{NONE, op};

/// A point where threads of a model meet: [`arrive`](Rendezvous::arrive) blocks until `n` of them are inside at once.
///
/// A program that runs its tasks one after the other can never bring `n` of them together, so it deadlocks in every
/// interleaving. Like a barrier it opens again for the next `n`.
#[derive(Debug)]
pub struct Rendezvous {
    id: Id,
    n: usize,
}

impl Rendezvous {
    /// A meeting of `n` threads; 0 counts as 1.
    #[track_caller]
    pub const fn new(n: usize) -> Rendezvous {
        Rendezvous { id: Id::new(), n }
    }

    /// Waits until `n` threads are here.
    ///
    /// # Panics
    /// Outside an exploration.
    #[track_caller]
    pub fn arrive(&self) {
        let (id, _) = self
            .id
            .get2(ObjectKind::Rendezvous, |o| o.cap = self.n.max(1));
        if op(Kind::Barrier, id, NONE, 0) == 0 {
            let generation = obj(id, |o| o.ver);
            op(Kind::BarrierPass, id, NONE, generation);
        }
    }
}
