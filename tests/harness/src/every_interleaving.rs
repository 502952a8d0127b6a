//! The strongest claim: true of every interleaving.

mod words;

use crate::{Finding, Verdict, fail, place, stuck};
use interleave::{Counterexample, Explore, Outcome, Outcomes, Schedule};
use std::cell::OnceCell;
use std::fmt::Debug;
use words::{Ending, Wanted, members, told};

/// Scheduling points of one execution. Bodies of tests need a twentieth of it; what goes on beyond it goes on for ever.
const STEPS: usize = 400;

/// Executions after which the rest is sampled: more than the right programs need, and few enough for programs that try
/// again and again, which have no end of them.
const EXECUTIONS: usize = 10_000;

/// Random executions after that.
const SAMPLES: usize = 3_000;

/// A body of the model, and all that can come of it. Made by [`every_interleaving`].
pub struct EveryInterleaving<'a, T> {
    /// Boxed, so that what follows is compiled once for each type of value and not for each body.
    body: Box<dyn Fn() -> T + Sync + 'a>,
    explore: Explore,
    terms: Terms,
    explored: OnceCell<Outcomes<T>>,
}

/// What the test says of its claim, and what it made of the outcomes: what needs no type of value.
#[derive(Default)]
struct Terms {
    because: &'static str,
    deadlock: Option<(Verdict, &'static str)>,
    missing: Option<(Verdict, &'static str)>,
}

/// Explores `body` over all its interleavings, once, when the first claim about it is made.
///
/// `body` calls the lesson's model package (`locks_model::…`), makes everything it uses anew, and gives a result whose
/// `Debug` text is compared.
pub fn every_interleaving<'a, T: Debug + Send>(
    body: impl Fn() -> T + Sync + 'a,
) -> EveryInterleaving<'a, T> {
    EveryInterleaving {
        body: Box::new(body),
        explore: Explore {
            max_steps: STEPS,
            max_executions: EXECUTIONS,
            samples: SAMPLES,
            ..Explore::default()
        },
        terms: Terms::default(),
        explored: OnceCell::new(),
    }
}

impl<T: Debug + Send> EveryInterleaving<'_, T> {
    /// A sentence for the learner, shown when the claim fails: what must hold, and why.
    #[must_use]
    pub fn because(mut self, sentence: &'static str) -> Self {
        self.terms.because = sentence;
        self
    }

    /// What it says about the program when this body deadlocks whatever the order: a body in which tasks wait for each
    /// other in a `Rendezvous` does so if the program is serial, and that is its verdict. The sentence says so. When some
    /// interleaving comes to a good end, a deadlock stays a deadlock.
    #[must_use]
    pub fn deadlock_means(mut self, verdict: Verdict, sentence: &'static str) -> Self {
        self.terms.deadlock = Some((verdict, sentence));
        self
    }

    /// What it says about the program when a result that [`EveryInterleaving::is`] asks for is never reached. Without this
    /// it is `serial`.
    #[must_use]
    pub fn missing_means(mut self, verdict: Verdict, sentence: &'static str) -> Self {
        self.terms.missing = Some((verdict, sentence));
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
        if outcomes.is_exhaustive()
            && let Some((verdict, message)) = self.terms.missing(expected, &mut outcomes.texts())
        {
            self.fail(verdict, message, None, true);
        }
        self
    }

    /// Nobody is left who could end the call: whatever the order, it waits for ever, asleep.
    ///
    /// # Panics
    ///
    /// When the call returns in some interleaving, or never sleeps and runs on instead.
    pub fn waits_for_ever(&self) -> &Self {
        self.judge(Wanted::ToWait, &|outcome| {
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
        self.judge(Wanted::OneOf(&wanted), &|outcome| {
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
            &|outcome| matches!(outcome, Outcome::Value(value) if good(value)),
        )
    }

    fn judge(&self, wanted: Wanted, good: &(dyn Fn(&Outcome<T>) -> bool + Sync)) -> &Self {
        let (mut bad, mut of_all, mut first) = (0, 0, None);
        for (outcome, _) in self.outcomes().iter() {
            of_all += 1;
            if !good(outcome) {
                bad += 1;
                first = first.or(Some(outcome));
            }
        }
        let Some(first) = first else {
            return self;
        };
        let (outcome, schedule) = match self.shortest(good) {
            Some(found) => (told(&found.outcome), Some(found.schedule)),
            None => (told(first), None),
        };
        let (verdict, message) = self.terms.judge(
            wanted,
            &Ending {
                outcome,
                schedule: schedule.as_ref(),
                bad,
                good: of_all - bad,
            },
        );
        self.fail(verdict, message, schedule, bad < of_all)
    }

    fn shortest(&self, good: &(dyn Fn(&Outcome<T>) -> bool + Sync)) -> Option<Counterexample<T>> {
        self.explore.shortest(&self.body, |outcome| !good(outcome))
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
                self.ends_sometimes(),
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
                self.ends_sometimes(),
            );
        }
        self
    }

    /// Whether some interleaving comes to a result, whatever it is: that one is judged by another claim.
    fn ends_sometimes(&self) -> bool {
        let mut outcomes = self.outcomes().iter();
        outcomes.any(|(outcome, _)| matches!(outcome, Outcome::Value(_)))
    }

    fn fail(
        &self,
        verdict: Verdict,
        message: String,
        schedule: Option<Schedule>,
        sometimes: bool,
    ) -> ! {
        let outcomes = self.outcomes();
        let finding = Finding {
            outcomes: Some(outcomes.set()),
            coverage: (!outcomes.is_exhaustive()).then(|| format!("{outcomes:?}")),
            sometimes: Some(sometimes),
            ..Finding::new(verdict, message)
        };
        self.terms.fail(finding, schedule)
    }
}

impl Terms {
    /// What it says about the program that some of these results are not among those found.
    fn missing(
        &self,
        expected: &str,
        found: &mut dyn Iterator<Item = &str>,
    ) -> Option<(Verdict, String)> {
        let mut missing = members(expected);
        for found in found {
            missing.retain(|wanted| wanted != found);
        }
        if missing.is_empty() {
            return None;
        }
        Some(match self.missing {
            Some((verdict, sentence)) => (verdict, sentence.to_string()),
            None => (Verdict::Serial, words::never_happens(&missing)),
        })
    }

    fn judge(&self, wanted: Wanted, ending: &Ending) -> (Verdict, String) {
        match (self.deadlock, &ending.outcome) {
            (Some((meant, sentence)), Outcome::Deadlock) if ending.good == 0 => {
                (meant, sentence.to_string())
            }
            _ => (ending.verdict(), ending.message(wanted)),
        }
    }

    fn fail(&self, mut finding: Finding, schedule: Option<Schedule>) -> ! {
        if !self.because.is_empty() {
            finding.message = format!("{}\n{}", finding.message, self.because);
        }
        finding.place = schedule.as_ref().and_then(place::decisive);
        finding.schedule = schedule.map(|schedule| schedule.to_string());
        fail(finding)
    }
}
