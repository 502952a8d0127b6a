//! Who runs next, and which message a load reads: one strategy decides for a whole execution.

mod dfs;
mod pct;
mod random;
mod replay;

pub(crate) use dfs::Dfs;
pub(crate) use pct::Pct;
pub(crate) use random::next as random;
pub(crate) use replay::Replay;

use crate::op::Tid;
use crate::runtime::Rt;

/// The choices of one execution in order: threads at scheduling points, numbers at data choices.
pub(crate) type Choices = Vec<u8>;

/// Decides for one execution.
pub(crate) enum Strategy {
    /// Systematic search.
    Dfs(Dfs),
    /// The same again.
    Replay(Replay),
    /// Random priorities.
    Pct(Pct),
}

impl Strategy {
    /// Chooses among the `enabled` threads. `None` ends the execution; the reason is in `rt.abort`.
    pub(crate) fn choose(&mut self, rt: &mut Rt, enabled: u64) -> Option<Tid> {
        match self {
            Strategy::Dfs(s) => s.choose(rt, enabled),
            Strategy::Replay(s) => s.choose(rt, enabled),
            Strategy::Pct(s) => Some(s.choose(rt, enabled)),
        }
    }

    /// Chooses a number below `n`.
    pub(crate) fn choose_data(&mut self, rt: &mut Rt, n: usize) -> usize {
        match self {
            Strategy::Dfs(s) => s.choose_data(rt, n),
            Strategy::Replay(s) => s.choose_data(),
            Strategy::Pct(s) => s.choose_data(n),
        }
    }
}
