//! The schedule that explains a bad outcome best: fewest preemptions.
//!
//! Iterative context bounding (Musuvathi and Qadeer, PLDI 2007): all executions without a preemption, then with one, ...

use crate::explore::{Explore, run_dfs};
use crate::outcome::Outcome;
use crate::strategy::{Choices, Dfs};
use crate::subject::{Body, Subject};
use crate::table::{self, Schedule};
use crate::turns::take_turn;
use std::fmt::Debug;

/// Bounds on preemptions that are tried.
const MAX_PREEMPTIONS: u32 = 8;

/// A bad outcome and the schedule that leads to it.
#[derive(Clone, Debug)]
pub struct Counterexample<T> {
    /// The bad outcome.
    pub outcome: Outcome<T>,
    /// How often a thread was interrupted that could have gone on.
    pub preemptions: u32,
    /// Executions until it was found.
    pub executions: usize,
    /// What happened, step by step.
    pub schedule: Schedule,
}

impl Explore {
    /// The bad outcome that needs the fewest preemptions; `None` if there is none within the limits.
    ///
    /// # Panics
    /// As [`Explore::outcomes`].
    pub fn shortest<T: Debug>(
        &self,
        body: impl Fn() -> T,
        bad: impl Fn(&Outcome<T>) -> bool,
    ) -> Option<Counterexample<T>> {
        let _turn = take_turn();
        let body = Body::new(body);
        let mut executions = 0;
        for preemptions in 0..MAX_PREEMPTIONS {
            let mut dfs = Dfs::bounded(preemptions);
            loop {
                let (_, ending) = run_dfs(&mut dfs, self.limits(), &body);
                executions += 1;
                if let Some(outcome) = body.outcome(ending)
                    && bad(&outcome)
                {
                    return Some(Counterexample {
                        outcome,
                        preemptions,
                        executions,
                        schedule: self.record(&body, dfs.choices()),
                    });
                }
                if !dfs.advance() {
                    break;
                }
                if executions >= self.max_executions {
                    return None;
                }
            }
        }
        None
    }

    /// Replays the choices and records what happens.
    fn record(&self, subject: &dyn Subject, choices: Choices) -> Schedule {
        let (rt, _) = self.replay(subject, choices, true);
        table::schedule(&rt)
    }
}
