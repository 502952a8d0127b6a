//! The schedule that explains a bad outcome best: fewest preemptions, then fewest steps.
//!
//! Iterative context bounding (Musuvathi and Qadeer, PLDI 2007): all executions without a preemption, then with one, ...
//! Most bugs need two or fewer. Where that takes too long, the best of some random executions has to do.

use crate::execute::{Ending, Limits, execute};
use crate::explore::Explore;
use crate::op::Tid;
use crate::outcome::Outcome;
use crate::quarry::{Quarry, Wanted};
use crate::runtime::Rt;
use crate::sample::Sampler;
use crate::schedule::Schedule;
use crate::search::Search;
use crate::shrink::simpler;
use crate::strategy::{Choices, Dfs, Found, Guide, Strategy};
use crate::subject::{Body, Subject};
use crate::turns::in_turn;
use std::fmt::Debug;

/// Executions of the systematic part in all.
const BUDGET: usize = 100_000;

/// Systematic executions after which random ones are tried: a deep bug would take too long.
const FIRST: usize = 15_000;

/// Executions after the first bad one, at the least, that look for one with fewer steps.
const POLISH: usize = 500;

/// Scheduling points after the best one that look for a better one at the most: a livelock is long, and none is shorter.
const POLISH_STEPS: u64 = 200_000;

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

/// The best bad execution so far; its outcome is the one that the quarry keeps.
struct Best {
    preemptions: u32,
    steps: usize,
    found: Found,
    /// The threads in order, and the data choices.
    order: Vec<Tid>,
    data: Vec<u8>,
    /// Executions and scheduling points until it was found.
    executions: usize,
    all_steps: u64,
}

/// A hunt for the best bad execution.
struct Hunt<'a> {
    quarry: &'a dyn Quarry,
    limits: Limits,
    executions: usize,
    /// Scheduling points of all executions.
    steps: u64,
    best: Option<Best>,
}

impl Hunt<'_> {
    /// Counts an execution and keeps it if it is bad and better than the best.
    fn look(&mut self, rt: &Rt, ending: Ending, choices: impl FnOnce() -> Choices) {
        self.executions += 1;
        self.steps += rt.steps as u64;
        if !self.quarry.is_bad(ending) {
            return;
        }
        let better = |b: &Best| (rt.preemptions, rt.steps) < (b.preemptions, b.steps);
        if self.best.as_ref().is_none_or(better) {
            self.quarry.keep_bad();
            self.best = Some(Best {
                preemptions: rt.preemptions,
                steps: rt.steps,
                found: Found {
                    choices: choices(),
                    spurious: rt.spurious,
                },
                order: rt.order.clone(),
                data: rt.data.clone(),
                executions: self.executions,
                all_steps: self.steps,
            });
        }
    }

    /// Whether the best one has been sought as long again as it took to find it.
    fn is_polished(&self) -> bool {
        let enough = |b: &Best| {
            self.executions >= 2 * b.executions + POLISH || self.steps >= b.all_steps + POLISH_STEPS
        };
        self.best.as_ref().is_some_and(enough)
    }
}

impl Explore {
    /// The bad outcome that needs the fewest preemptions, in few steps; `None` if there is none within the limits.
    ///
    /// # Panics
    /// As [`Explore::outcomes`].
    pub fn shortest<T: Debug + Send>(
        &self,
        body: impl Fn() -> T + Send,
        bad: impl Fn(&Outcome<T>) -> bool + Send,
    ) -> Option<Counterexample<T>> {
        let body = Body::new(Box::new(body));
        self.shortest_of(Wanted::new(body, Box::new(bad)))
    }

    /// Compiled once for each type of value, and not for each body.
    fn shortest_of<T: Debug + Send>(&self, mut quarry: Wanted<'_, T>) -> Option<Counterexample<T>> {
        let (preemptions, schedule) = self.hunt_in_turn(&mut quarry)?;
        Some(Counterexample {
            outcome: quarry.into_kept()?,
            preemptions,
            executions: schedule.executions,
            schedule,
        })
    }

    fn hunt_in_turn(&self, quarry: &mut (dyn Quarry + Send)) -> Option<(u32, Schedule)> {
        in_turn(move || self.hunt(quarry))
    }

    fn hunt(&self, quarry: &dyn Quarry) -> Option<(u32, Schedule)> {
        let hunt = |limits| {
            let mut hunt = Hunt {
                quarry,
                limits,
                executions: 0,
                steps: 0,
                best: None,
            };
            self.hunt_systematically(&mut hunt);
            hunt.best
        };
        // One without spurious failures is the plainer explanation.
        let best = self.limits().find_map(hunt)?;
        let mut schedule = self.record(quarry.subject(), &best.found);
        schedule.outcome = quarry.told();
        schedule.executions = best.executions;
        Some((best.preemptions, schedule))
    }

    /// Searches bound by bound, and at random when that does not find anything for long.
    fn hunt_systematically(&self, hunt: &mut Hunt) {
        let mut longest = 0;
        let mut sampled = false;
        for bound in 0.. {
            let mut search = Search::Plain(Dfs::bounded(bound));
            let mut reached = false;
            loop {
                let (rt, ending) = search.run(hunt.limits, hunt.quarry.subject());
                longest = longest.max(rt.steps);
                reached |= rt.preemptions == bound;
                hunt.look(&rt, ending, || search.choices());
                let long = hunt.executions >= FIRST || hunt.steps >= self.max_total_steps / 4;
                if long && !sampled && hunt.best.is_none() {
                    sampled = true;
                    self.hunt_at_random(hunt, longest);
                }
                let ended = hunt.executions >= BUDGET || hunt.steps >= 2 * self.max_total_steps;
                if hunt.is_polished() || ended {
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

    fn hunt_at_random(&self, hunt: &mut Hunt, longest: usize) {
        let mut sampler = Sampler::new(self.seed, longest);
        let last = hunt.steps + self.max_total_steps;
        for _ in 0..self.samples {
            let (rt, ending, choices) = sampler.run(hunt.limits, hunt.quarry.subject());
            hunt.look(&rt, ending, || choices);
            if hunt.is_polished() || hunt.steps >= last {
                break;
            }
        }
        let last = hunt.steps + self.max_total_steps / 4;
        while hunt.steps < last && self.simplify(hunt, last) {}
    }

    /// Tries simpler orders of the best execution's threads, up to this number of steps in all; true if one is better.
    fn simplify(&self, hunt: &mut Hunt, last: u64) -> bool {
        let Some(best) = &hunt.best else {
            return false;
        };
        let (before, data) = ((best.preemptions, best.steps), best.data.clone());
        for order in simpler(&best.order) {
            let guide = Strategy::Guide(Guide::new(&order, &data));
            let (mut rt, ending) =
                execute(guide, hunt.limits, false, &|| hunt.quarry.subject().run());
            let Some(Strategy::Guide(guide)) = rt.strategy.take() else {
                unreachable!("an execution gives its strategy back");
            };
            hunt.look(&rt, ending, || guide.into_choices());
            if hunt.steps >= last {
                return false;
            }
            let better = |b: &Best| (b.preemptions, b.steps) < before;
            if hunt.best.as_ref().is_some_and(better) {
                return true;
            }
        }
        false
    }

    /// Replays the choices and records what happens.
    fn record(&self, subject: &dyn Subject, found: &Found) -> Schedule {
        let (rt, _) = self.replay(subject, found, true);
        rt.schedule()
    }
}
