//! Executions that mostly let a thread run on, and leave it at random.
//!
//! Delay bounding is due to Emmi, Qadeer and Rakamarić, POPL 2011: a deterministic scheduler takes the threads in turn, and
//! at a few random steps skips the one whose turn it is.

use super::{Choices, random};
use crate::bits::{bits, has};
use crate::op::Tid;
use crate::runtime::Rt;

/// Lets a thread run until it blocks; skips it at some steps, or leaves it for any other now and then.
pub(crate) struct Walk {
    seed: u64,
    /// Steps at which the thread whose turn it is has to wait.
    delays: Vec<usize>,
    /// One in so many steps goes to a random thread; 0: none does.
    one_in: u64,
    /// After so many steps the turn goes on; 0: a thread keeps it.
    quantum: usize,
    /// The body has waited for the first time.
    begun: bool,
    step: usize,
    choices: Choices,
}

impl Walk {
    /// Takes the threads in turn, with a delay at each of these steps.
    pub(crate) fn delayed(seed: u64, delays: Vec<usize>) -> Walk {
        Walk {
            seed,
            delays,
            one_in: 0,
            quantum: 0,
            begun: false,
            step: 0,
            choices: Vec::new(),
        }
    }

    /// Gives one in `one_in` steps to a random thread.
    pub(crate) fn restless(seed: u64, one_in: u64) -> Walk {
        Walk {
            one_in,
            ..Walk::delayed(seed, Vec::new())
        }
    }

    /// Takes the threads in turn, so many steps each: threads that do the same then stay in step, and those that get out of
    /// each other's way in step do so for ever.
    pub(crate) fn in_step(seed: u64, quantum: usize) -> Walk {
        Walk {
            quantum,
            ..Walk::delayed(seed, Vec::new())
        }
    }

    pub(crate) fn into_choices(self) -> Choices {
        self.choices
    }

    pub(super) fn choose(&mut self, rt: &Rt, enabled: u64) -> Tid {
        self.step += 1;
        let last = rt.last.unwrap_or(0);
        let stays = has(enabled, last) && !rt.tasks[last].is_yield;
        let mut t = if stays { last } else { after(last, enabled) };
        if self.quantum > 0 && self.step.is_multiple_of(self.quantum) {
            t = after(last, enabled);
        }
        // The body starts all its threads before they set out in step.
        self.begun |= !has(enabled, 0) || rt.tasks[0].is_yield;
        if self.quantum > 0 && !self.begun {
            t = 0;
        }
        if self.delays.contains(&self.step) {
            t = after(t, enabled);
        }
        if self.one_in > 0 && random(&mut self.seed).is_multiple_of(self.one_in) {
            let n = random(&mut self.seed) % u64::from(enabled.count_ones());
            t = bits(enabled).nth(n as usize).unwrap_or(t);
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

/// The next enabled thread after `t`, in turn.
fn after(t: Tid, enabled: u64) -> Tid {
    let later = bits(enabled).find(|&u| u > t);
    later.unwrap_or(enabled.trailing_zeros() as Tid)
}
