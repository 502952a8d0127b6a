//! A point that threads pass together.

use ::std::fmt;
use interleave::{Id, K, NONE, OK};

/// Blocks until a number of threads have come, then lets them all go on; any number of rounds.
pub struct Barrier {
    id: Id,
    threads: usize,
}

impl Barrier {
    /// A barrier for `threads` threads; zero counts as one.
    #[track_caller]
    pub const fn new(threads: usize) -> Self {
        Barrier {
            id: Id::new(),
            threads,
        }
    }

    /// Blocks until all have come. The last one is the leader.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let (object, _) = self
            .id
            .get2(OK::Barrier, |object| object.cap = self.threads.max(1));
        if interleave::op(K::Barrier, object, NONE, 0) == 1 {
            return BarrierWaitResult(true);
        }
        let round = interleave::obj(object, |object| object.ver);
        interleave::op(K::BarrierPass, object, NONE, round);
        BarrierWaitResult(false)
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

/// Whether this thread leads its round.
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// True for one thread of each round: the last that came.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult")
            .field("is_leader", &self.0)
            .finish()
    }
}
