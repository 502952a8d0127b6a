//! The same choices again.

use super::Choices;
use crate::bits::has;
use crate::op::Tid;
use crate::runtime::{Abort, Rt};

/// Repeats the choices of an earlier execution.
pub(crate) struct Replay {
    choices: Choices,
    at: usize,
}

impl Replay {
    pub(crate) fn new(choices: Choices) -> Replay {
        Replay { choices, at: 0 }
    }

    fn next(&mut self) -> Option<u8> {
        self.at += 1;
        self.choices.get(self.at - 1).copied()
    }

    pub(super) fn choose(&mut self, rt: &mut Rt, enabled: u64) -> Option<Tid> {
        let thread = self.next().map(Tid::from).filter(|&t| has(enabled, t));
        if thread.is_none() {
            rt.abort = Some(Abort::Nondeterministic("the replay diverged".into()));
        }
        thread
    }

    pub(super) fn choose_data(&mut self) -> usize {
        self.next().unwrap_or(0).into()
    }
}
