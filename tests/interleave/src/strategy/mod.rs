//! Who runs next, and which message a load reads: one strategy decides for a whole execution.

mod dfs;
mod dpor;
mod guide;
mod pct;
mod races;
mod random;
mod replay;
mod wakeup;
mod walk;

pub(crate) use dfs::Dfs;
pub(crate) use dpor::Dpor;
pub(crate) use guide::Guide;
pub(crate) use pct::Pct;
pub(crate) use random::next as random;
pub(crate) use replay::Replay;
pub(crate) use walk::Walk;

use crate::op::Tid;
use crate::runtime::Rt;

/// The choices of one execution in order: threads at scheduling points, numbers at data choices.
pub(crate) type Choices = Vec<u8>;

/// An execution to be had again: its choices, and the spurious failures that were allowed when they were made.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) choices: Choices,
    pub(crate) spurious: u32,
}

/// Decides for one execution.
pub(crate) enum Strategy {
    /// Systematic search of everything within a bound.
    Dfs(Dfs),
    /// Systematic search of one execution of each class.
    Dpor(Box<Dpor>),
    /// The same again.
    Replay(Replay),
    /// Random priorities.
    Pct(Pct),
    /// A plan.
    Guide(Guide),
    /// Random switches.
    Walk(Walk),
}

impl Strategy {
    /// Chooses among the `enabled` threads. `None` ends the execution; the reason is in `rt.abort`.
    pub(crate) fn choose(&mut self, rt: &mut Rt, enabled: u64) -> Option<Tid> {
        match self {
            Strategy::Dfs(s) => s.choose(rt, enabled),
            Strategy::Dpor(s) => s.choose(rt, enabled),
            Strategy::Replay(s) => s.choose(rt, enabled),
            Strategy::Pct(s) => Some(s.choose(rt, enabled)),
            Strategy::Guide(s) => Some(s.choose(rt, enabled)),
            Strategy::Walk(s) => Some(s.choose(rt, enabled)),
        }
    }

    /// Chooses a number below `n`.
    pub(crate) fn choose_data(&mut self, rt: &mut Rt, n: usize) -> usize {
        match self {
            Strategy::Dfs(s) => s.choose_data(rt, n),
            Strategy::Dpor(s) => s.choose_data(rt, n),
            Strategy::Replay(s) => s.choose_data(),
            Strategy::Pct(s) => s.choose_data(n),
            Strategy::Guide(s) => s.choose_data(n),
            Strategy::Walk(s) => s.choose_data(n),
        }
    }
}
