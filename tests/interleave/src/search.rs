//! A systematic search: one execution after the other until none is left.

use crate::execute::{Ending, Limits, execute};
use crate::runtime::Rt;
use crate::strategy::{Choices, Dfs, Dpor, Strategy};
use crate::subject::Subject;

/// A search between two executions.
pub(crate) enum Search {
    /// Every execution within the bounds.
    Plain(Dfs),
    /// One execution of each class of equivalent ones.
    Reduced(Box<Dpor>),
}

impl Search {
    /// Runs the next execution.
    ///
    /// # Panics
    /// When the body does something else than in an earlier execution with the same choices.
    pub(crate) fn run(&mut self, limits: Limits, subject: &dyn Subject) -> (Box<Rt>, Ending) {
        let strategy = match self {
            Search::Plain(dfs) => Strategy::Dfs(std::mem::take(dfs)),
            Search::Reduced(dpor) => Strategy::Dpor(std::mem::take(dpor)),
        };
        let (mut rt, ending) = execute(strategy, limits, false, &|| subject.run());
        if let Ending::Nondeterministic(why) = &ending {
            panic!(
                "the body is not deterministic between executions ({why}): real time, randomness or hash order?"
            );
        }
        match (self, rt.strategy.take()) {
            (Search::Plain(dfs), Some(Strategy::Dfs(back))) => *dfs = back,
            (Search::Reduced(dpor), Some(Strategy::Dpor(mut back))) => {
                back.finish(&mut rt);
                *dpor = back;
            }
            _ => unreachable!("an execution gives its strategy back"),
        }
        (rt, ending)
    }

    /// Moves to the next execution; false if there is none.
    pub(crate) fn advance(&mut self) -> bool {
        match self {
            Search::Plain(dfs) => dfs.advance(),
            Search::Reduced(dpor) => dpor.advance(),
        }
    }

    /// The choices of the last execution.
    pub(crate) fn choices(&self) -> Choices {
        match self {
            Search::Plain(dfs) => dfs.choices(),
            Search::Reduced(dpor) => dpor.choices(),
        }
    }
}
