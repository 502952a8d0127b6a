//! The schedule that explains a bad outcome best: fewest preemptions, then fewest steps.
//!
//! Iterative context bounding (Musuvathi and Qadeer, PLDI 2007): all executions without a preemption, then with one, ...
//! Most bugs need two or fewer. Where that takes too long, the best of some random executions has to do.

use crate::execute::{Ending, execute};
use crate::explore::Explore;
use crate::op::Tid;
use crate::outcome::Outcome;
use crate::runtime::Rt;
use crate::sample::Sampler;
use crate::schedule::Schedule;
use crate::search::Search;
use crate::shrink::simpler;
use crate::strategy::{Choices, Dfs, Guide, Strategy};
use crate::subject::{Body, Subject};
use crate::turns::take_turn;
use std::fmt::Debug;

/// Executions of the systematic part in all.
const BUDGET: usize = 100_000;

/// Systematic executions after which random ones are tried: a deep bug would take too long.
const FIRST: usize = 15_000;

/// Executions after the first bad one, at the least, that look for one with fewer steps.
const POLISH: usize = 500;

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

/// The best bad execution so far.
struct Best<T> {
    outcome: Outcome<T>,
    preemptions: u32,
    steps: usize,
    choices: Choices,
    /// The threads in order, and the data choices.
    order: Vec<Tid>,
    data: Vec<u8>,
    /// Executions until it was found.
    executions: usize,
}

/// A hunt for the best bad execution.
struct Hunt<'a, T, F> {
    body: &'a Body<T, F>,
    bad: &'a dyn Fn(&Outcome<T>) -> bool,
    executions: usize,
    best: Option<Best<T>>,
}

impl<T: Debug, F: Fn() -> T> Hunt<'_, T, F> {
    /// Counts an execution and keeps it if it is bad and better than the best.
    fn look(&mut self, rt: &Rt, ending: Ending, choices: impl FnOnce() -> Choices) {
        self.executions += 1;
        let Some(outcome) = self.body.outcome(ending).filter(|o| (self.bad)(o)) else {
            return;
        };
        let better = |b: &Best<T>| (rt.preemptions, rt.steps) < (b.preemptions, b.steps);
        if self.best.as_ref().is_none_or(better) {
            self.best = Some(Best {
                outcome,
                preemptions: rt.preemptions,
                steps: rt.steps,
                choices: choices(),
                order: rt.order.clone(),
                data: rt.data.clone(),
                executions: self.executions,
            });
        }
    }

    /// Whether the best one has been sought as long again as it took to find it.
    fn is_polished(&self) -> bool {
        let enough = |b: &Best<T>| self.executions >= 2 * b.executions + POLISH;
        self.best.as_ref().is_some_and(enough)
    }
}

impl Explore {
    /// The bad outcome that needs the fewest preemptions, in few steps; `None` if there is none within the limits.
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
        let mut hunt = Hunt {
            body: &body,
            bad: &bad,
            executions: 0,
            best: None,
        };
        self.hunt_systematically(&mut hunt);
        let best = hunt.best?;
        let mut schedule = self.record(&body, best.choices);
        schedule.outcome = format!("{:?}", best.outcome);
        schedule.executions = best.executions;
        Some(Counterexample {
            outcome: best.outcome,
            preemptions: best.preemptions,
            executions: best.executions,
            schedule,
        })
    }

    /// Searches bound by bound, and at random when that does not find anything for long.
    fn hunt_systematically<T: Debug, F: Fn() -> T>(&self, hunt: &mut Hunt<T, F>) {
        let mut longest = 0;
        for bound in 0.. {
            let mut search = Search::Plain(Dfs::bounded(bound));
            let mut reached = false;
            loop {
                let (rt, ending) = search.run(self.limits(), hunt.body);
                longest = longest.max(rt.steps);
                reached |= rt.preemptions == bound;
                hunt.look(&rt, ending, || search.choices());
                if hunt.executions == FIRST && hunt.best.is_none() {
                    self.hunt_at_random(hunt, longest);
                }
                if hunt.is_polished() || hunt.executions >= BUDGET {
                    return;
                }
                if !search.advance() {
                    break;
                }
            }
            // No execution has this many preemptions: none has more.
            if hunt.best.is_some() || !reached {
                break;
            }
        }
    }

    fn hunt_at_random<T: Debug, F: Fn() -> T>(&self, hunt: &mut Hunt<T, F>, longest: usize) {
        let mut sampler = Sampler::new(self.seed, longest);
        for _ in 0..self.samples {
            let (rt, ending, choices) = sampler.run(self.limits(), hunt.body);
            hunt.look(&rt, ending, || choices);
            if hunt.is_polished() {
                break;
            }
        }
        while self.simplify(hunt) {}
    }

    /// Tries simpler orders of the best execution's threads; true if one is better.
    fn simplify<T: Debug, F: Fn() -> T>(&self, hunt: &mut Hunt<T, F>) -> bool {
        let Some(best) = &hunt.best else {
            return false;
        };
        let (before, data) = ((best.preemptions, best.steps), best.data.clone());
        for order in simpler(&best.order) {
            let guide = Strategy::Guide(Guide::new(&order, &data));
            let (mut rt, ending) = execute(guide, self.limits(), false, &|| hunt.body.run());
            let Some(Strategy::Guide(guide)) = rt.strategy.take() else {
                unreachable!("an execution gives its strategy back");
            };
            hunt.look(&rt, ending, || guide.into_choices());
            let better = |b: &Best<T>| (b.preemptions, b.steps) < before;
            if hunt.best.as_ref().is_some_and(better) {
                return true;
            }
        }
        false
    }

    /// Replays the choices and records what happens.
    fn record(&self, subject: &dyn Subject, choices: Choices) -> Schedule {
        let (rt, _) = self.replay(subject, choices, true);
        rt.schedule()
    }
}
