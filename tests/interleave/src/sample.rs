//! Random executions where the systematic search cannot finish.
//!
//! No single method finds every bug soonest, so they take turns: random priorities with a growing number of change points,
//! delays, and plain restlessness. A bug behind one rare switch is found by the first two; one that needs many switches in
//! a small program, such as the ABA problem of a lock-free stack, by the last. Before them the threads go in step, which no
//! random method does for long: that is how a livelock of polite threads is found.

use crate::execute::{Ending, Limits, execute};
use crate::runtime::Rt;
use crate::strategy::{Choices, Pct, Strategy, Walk, random};
use crate::subject::Subject;

/// The deepest bug that is looked for: so many ordering constraints have to meet.
pub(crate) const MAX_DEPTH: usize = 7;

/// So many executions come first in which the threads go in step, by one, two, … operations at a time.
const IN_STEP: usize = 4;

/// A seeded sequence of random executions.
pub(crate) struct Sampler {
    seed: u64,
    /// The number of the next execution.
    at: usize,
    /// Steps of the longest execution so far: change points are spread over them.
    longest: usize,
}

impl Sampler {
    /// `longest` is the number of steps of the longest execution that is known.
    pub(crate) fn new(seed: u64, longest: usize) -> Sampler {
        Sampler {
            seed,
            at: 0,
            longest: longest.max(1),
        }
    }

    /// Runs the next execution.
    pub(crate) fn run(
        &mut self,
        limits: Limits,
        subject: &dyn Subject,
    ) -> (Box<Rt>, Ending, Choices) {
        let strategy = self.strategy();
        let (mut rt, ending) = execute(strategy, limits, false, &|| subject.run());
        self.longest = self.longest.max(rt.steps);
        let choices = match rt.strategy.take() {
            Some(Strategy::Pct(pct)) => pct.into_choices(),
            Some(Strategy::Walk(walk)) => walk.into_choices(),
            _ => unreachable!("an execution gives its strategy back"),
        };
        (rt, ending, choices)
    }

    fn strategy(&mut self) -> Strategy {
        if self.at < IN_STEP {
            self.at += 1;
            return Strategy::Walk(Walk::in_step(random(&mut self.seed), self.at));
        }
        let (turn, depth) = (self.at % 4, 1 + self.at / 4 % MAX_DEPTH);
        self.at += 1;
        let seed = random(&mut self.seed);
        match turn {
            0 => Strategy::Pct(Pct::new(seed, self.points(depth - 1))),
            1 => Strategy::Walk(Walk::delayed(seed, self.points(depth))),
            2 => Strategy::Walk(Walk::restless(seed, 1)),
            _ => Strategy::Walk(Walk::restless(seed, 1 << (1 + depth % 3))),
        }
    }

    fn points(&mut self, n: usize) -> Vec<usize> {
        let steps = self.longest as u64;
        let point = |seed: &mut u64| 1 + (random(seed) % steps) as usize;
        (0..n).map(|_| point(&mut self.seed)).collect()
    }
}
