//! Probabilistic concurrency testing: random priorities with a few random change points.
//!
//! Burckhardt, Kothari, Musuvathi and Nagarakatte, "A randomized scheduler with probabilistic guarantees of finding
//! bugs", ASPLOS 2010: a bug of depth d in n threads and k steps is found with probability at least 1 / (n k^(d-1)).

use super::{Choices, random};
use crate::bits::bits;
use crate::op::Tid;
use crate::runtime::Rt;

/// Runs the thread of the highest priority; at each change point the running one falls below all others.
pub(crate) struct Pct {
    seed: u64,
    priorities: Vec<u64>,
    /// Steps at which a priority changes.
    changes: Vec<usize>,
    step: usize,
    choices: Choices,
}

/// Initial priorities lie above this, those after a change point below.
const INITIAL: u64 = 1 << 63;

impl Pct {
    pub(crate) fn new(seed: u64, changes: Vec<usize>) -> Pct {
        Pct {
            seed,
            priorities: Vec::new(),
            changes,
            step: 0,
            choices: Vec::new(),
        }
    }

    pub(crate) fn into_choices(self) -> Choices {
        self.choices
    }

    pub(super) fn choose(&mut self, rt: &mut Rt, enabled: u64) -> Tid {
        while self.priorities.len() < rt.tasks.len() {
            self.priorities.push(random(&mut self.seed) | INITIAL);
        }
        self.step += 1;
        let highest = |s: &Pct| {
            bits(enabled)
                .max_by_key(|&t| s.priorities[t])
                .expect("somebody is enabled")
        };
        let mut t = highest(self);
        if let Some(i) = self.changes.iter().position(|&step| step == self.step) {
            self.priorities[t] = (self.changes.len() - i) as u64;
            t = highest(self);
        }
        if rt.tasks[t].is_yield {
            self.priorities[t] = random(&mut self.seed) >> 1;
        }
        self.choices.push(t as u8);
        t
    }

    pub(super) fn choose_data(&mut self, n: usize) -> usize {
        let choice = (random(&mut self.seed) % n as u64) as u8;
        self.choices.push(choice);
        choice.into()
    }
}
