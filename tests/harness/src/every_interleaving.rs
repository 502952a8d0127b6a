//! The strongest claim: true of every interleaving.

mod words;

use crate::{Finding, Verdict, fail, place, stuck};
use interleave::{Explore, Outcome, Outcomes, Schedule};
use std::cell::OnceCell;
use std::fmt::Debug;
use words::{Ending, Wanted, members};

/// Scheduling points of one execution. Bodies of tests need a twentieth of it; what goes on beyond it goes on for ever.
const STEPS: usize = 400;

/// Executions after which the rest is sampled: more than the right programs need, and few enough for programs that try
/// again and again, which have no end of them.
const EXECUTIONS: usize = 10_000;

/// Random executions after that.
const SAMPLES: usize = 3_000;

/// A body of the model, and all that can come of it. Made by [`every_interleaving`].
pub struct EveryInterleaving<T, F> {
    body: F,
    explore: Explore,
    because: &'static str,
    deadlock: Option<(Verdict, &'static str)>,
    missing: Option<(Verdict, &'static str)>,
    explored: OnceCell<Outcomes<T>>,
}

/// Explores `body` over all its interleavings, once, when the first claim about it is made.
///
/// `body` calls the lesson's model package (`locks_model::…`), makes everything it uses anew, and gives a result whose
/// `Debug` text is compared.
pub fn every_interleaving<T: Debug + Send, F: Fn() -> T + Sync>(
    body: F,
) -> EveryInterleaving<T, F> {
    EveryInterleaving {
        body,
        explore: Explore {
            max_steps: STEPS,
            max_executions: EXECUTIONS,
            samples: SAMPLES,
            ..Explore::default()
        },
        because: "",
        deadlock: None,
        missing: None,
        explored: OnceCell::new(),
    }
}

impl<T: Debug + Send, F: Fn() -> T + Sync> EveryInterleaving<T, F> {
    /// A sentence for the learner, shown when the claim fails: what must hold, and why.
    #[must_use]
    pub fn because(mut self, sentence: &'static str) -> Self {
        self.because = sentence;
        self
    }

    /// What it says about the program when this body deadlocks whatever the order: a body in which tasks wait for each
    /// other in a `Rendezvous` does so if the program is serial, and that is its verdict. The sentence says so. When some
    /// interleaving comes to a good end, a deadlock stays a deadlock.
    #[must_use]
    pub fn deadlock_means(mut self, verdict: Verdict, sentence: &'static str) -> Self {
        self.deadlock = Some((verdict, sentence));
        self
    }

    /// What it says about the program when a result that [`EveryInterleaving::is`] asks for is never reached. Without this
    /// it is `serial`.
    #[must_use]
    pub fn missing_means(mut self, verdict: Verdict, sentence: &'static str) -> Self {
        self.missing = Some((verdict, sentence));
        self
    }

    /// Also explores that many wake-ups without a notification, in every place: `std` allows them.
    #[must_use]
    pub fn with_spurious_wakeups(mut self, wakeups: u32) -> Self {
        self.explore.spurious = wakeups;
        self
    }

    fn outcomes(&self) -> &Outcomes<T> {
        self.explored
            .get_or_init(|| stuck::exploring(|| self.explore.outcomes(&self.body)))
    }

    /// The set of results is exactly this one: `is("{4}")`.
    ///
    /// # Panics
    ///
    /// With a finding that has the set and the shortest schedule to a result outside of it. A result that is asked for
    /// and never reached fails as `serial`: something keeps the threads from running in that order.
    pub fn is(&self, expected: &str) -> &Self {
        self.within(expected);
        let outcomes = self.outcomes();
        let mut missing = members(expected);
        missing.retain(|wanted| outcomes.texts().all(|found| found != wanted));
        if outcomes.is_exhaustive() && !missing.is_empty() {
            let (verdict, message) = match self.missing {
                Some((verdict, sentence)) => (verdict, sentence.to_string()),
                None => (Verdict::Serial, words::never_happens(&missing)),
            };
            self.fail(verdict, message, None);
        }
        self
    }

    /// Nobody is left who could end the call: whatever the order, it waits for ever, asleep.
    ///
    /// # Panics
    ///
    /// When the call returns in some interleaving, or never sleeps and runs on instead.
    pub fn waits_for_ever(&self) -> &Self {
        self.judge(Wanted::ToWait, |outcome| {
            matches!(outcome, Outcome::Deadlock)
        })
    }

    /// No result is outside of this set.
    ///
    /// # Panics
    ///
    /// Like [`EveryInterleaving::is`], but results may be missing.
    pub fn within(&self, expected: &str) -> &Self {
        let wanted = members(expected);
        self.judge(Wanted::OneOf(&wanted), |outcome| {
            wanted.contains(&format!("{outcome:?}"))
        })
    }

    /// Every result is a value for which `good` holds; `what` says it in words: "a sum of 300".
    ///
    /// # Panics
    ///
    /// With a finding that has the set and the shortest schedule to a result that is not good.
    pub fn always(&self, what: &str, good: impl Fn(&T) -> bool + Sync) -> &Self {
        self.judge(
            Wanted::Described(what),
            |outcome| matches!(outcome, Outcome::Value(value) if good(value)),
        )
    }

    fn judge(&self, wanted: Wanted, good: impl Fn(&Outcome<T>) -> bool + Sync) -> &Self {
        let outcomes = self.outcomes();
        let bad: Vec<&Outcome<T>> = outcomes.iter().map(|o| o.0).filter(|o| !good(o)).collect();
        if bad.is_empty() {
            return self;
        }
        let shortest = self.explore.shortest(&self.body, |outcome| !good(outcome));
        let ending = Ending {
            outcome: shortest.as_ref().map_or(bad[0], |found| &found.outcome),
            schedule: shortest.as_ref().map(|found| &found.schedule),
            bad: bad.len(),
            good: outcomes.iter().count() - bad.len(),
        };
        let (verdict, message) = match (self.deadlock, ending.outcome) {
            (Some((meant, sentence)), Outcome::Deadlock) if ending.good == 0 => {
                (meant, sentence.to_string())
            }
            _ => (ending.verdict(), ending.message(wanted)),
        };
        self.fail(verdict, message, shortest.map(|found| found.schedule))
    }

    /// `threads` of the spawned threads can be at work at the same time: none of them must wait for another's end before
    /// it starts.
    ///
    /// # Panics
    ///
    /// With the verdict `serial` when at most fewer can.
    pub fn together(&self, threads: usize) -> &Self {
        let most = self.outcomes().together();
        if most < threads {
            let found = match most {
                0 => "no thread is started at all".to_string(),
                1 => "each one ends before the next one starts".to_string(),
                n => format!("only {n} ever are"),
            };
            self.fail(
                Verdict::Serial,
                format!("{threads} threads must be at work at the same time; {found}"),
                None,
            );
        }
        self
    }

    /// No thread still runs when the body returns.
    ///
    /// # Panics
    ///
    /// With the verdict `leak` when in some interleaving one does.
    pub fn leaves_nothing_running(&self) -> &Self {
        let left = self.outcomes().left_running();
        if left > 0 {
            let threads = if left == 1 { "thread" } else { "threads" };
            self.fail(
                Verdict::Leak,
                format!("{left} {threads} can still be running when the call has returned"),
                None,
            );
        }
        self
    }

    fn fail(&self, verdict: Verdict, message: String, schedule: Option<Schedule>) -> ! {
        let outcomes = self.outcomes();
        let message = if self.because.is_empty() {
            message
        } else {
            format!("{message}\n{}", self.because)
        };
        fail(Finding {
            verdict,
            message,
            outcomes: Some(outcomes.set()),
            place: schedule.as_ref().and_then(place::decisive),
            schedule: schedule.map(|schedule| schedule.to_string()),
            coverage: (!outcomes.is_exhaustive()).then(|| format!("{outcomes:?}")),
        })
    }
}
