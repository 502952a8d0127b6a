//! A wished-for order of threads, followed as far as it goes.

use super::Choices;
use crate::bits::has;
use crate::op::Tid;
use crate::runtime::Rt;
use std::collections::VecDeque;

/// Follows a plan; leaves out what is not possible, and goes on as it likes at the end.
pub(crate) struct Guide {
    plan: VecDeque<Tid>,
    data: VecDeque<u8>,
    choices: Choices,
}

impl Guide {
    /// `plan` is the order of the threads, `data` the data choices in order.
    pub(crate) fn new(plan: &[Tid], data: &[u8]) -> Guide {
        Guide {
            plan: plan.iter().copied().collect(),
            data: data.iter().copied().collect(),
            choices: Vec::new(),
        }
    }

    pub(crate) fn into_choices(self) -> Choices {
        self.choices
    }

    pub(super) fn choose(&mut self, rt: &Rt, enabled: u64) -> Tid {
        let planned = std::iter::from_fn(|| self.plan.pop_front()).find(|&t| has(enabled, t));
        let last = rt.last.filter(|&t| has(enabled, t));
        let t = planned.or(last).unwrap_or(enabled.trailing_zeros() as Tid);
        self.choices.push(t as u8);
        t
    }

    pub(super) fn choose_data(&mut self, n: usize) -> usize {
        let planned = self.data.pop_front().filter(|&c| usize::from(c) < n);
        let choice = planned.unwrap_or(0);
        self.choices.push(choice);
        choice.into()
    }
}
