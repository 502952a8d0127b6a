//! The strongest claim: true of every interleaving.

use crate::{Finding, Verdict, fail, panics, place, stuck};
use interleave::{Explore, Outcome, Outcomes, Schedule};
use std::cell::OnceCell;
use std::fmt::Debug;

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
pub fn every_interleaving<T: Debug, F: Fn() -> T>(body: F) -> EveryInterleaving<T, F> {
    EveryInterleaving {
        body,
        explore: Explore::default(),
        because: "",
        deadlock: None,
        missing: None,
        explored: OnceCell::new(),
    }
}

impl<T: Debug, F: Fn() -> T> EveryInterleaving<T, F> {
    /// A sentence for the learner, shown when the claim fails: what must hold, and why.
    #[must_use]
    pub fn because(mut self, sentence: &'static str) -> Self {
        self.because = sentence;
        self
    }

    /// What a deadlock of this body says about the program: a body in which tasks wait for each other in a
    /// `Rendezvous` deadlocks in every interleaving of a serial program, and that is its verdict. The sentence says so.
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
        let missing = |wanted: &String| outcomes.texts().all(|found| found != wanted);
        if outcomes.is_exhaustive() && members(expected).iter().any(missing) {
            let (verdict, message) = match self.missing {
                Some((verdict, sentence)) => (verdict, sentence.to_string()),
                None => (
                    Verdict::Serial,
                    format!("each of the results {expected} must be possible; yours are fewer"),
                ),
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
        self.judge("to wait here", |outcome| {
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
        self.judge(expected, |outcome| wanted.contains(&format!("{outcome:?}")))
    }

    /// Every result is a value for which `good` holds; `what` says it in words: "a sum of 300".
    ///
    /// # Panics
    ///
    /// With a finding that has the set and the shortest schedule to a result that is not good.
    pub fn always(&self, what: &str, good: impl Fn(&T) -> bool) -> &Self {
        self.judge(
            what,
            |outcome| matches!(outcome, Outcome::Value(value) if good(value)),
        )
    }

    fn judge(&self, expected: &str, good: impl Fn(&Outcome<T>) -> bool) -> &Self {
        let outcomes = self.outcomes();
        let bad: Vec<&Outcome<T>> = outcomes.iter().map(|o| o.0).filter(|o| !good(o)).collect();
        if bad.is_empty() {
            return self;
        }
        let shortest = self.explore.shortest(&self.body, |outcome| !good(outcome));
        let first = shortest.as_ref().map_or(bad[0], |found| &found.outcome);
        let some_are_good = bad.len() < outcomes.iter().count();
        let verdict = verdict_of(first, some_are_good || bad.len() > 1);
        let message = message_of(first, expected, some_are_good);
        let (verdict, message) = match (self.deadlock, first) {
            (Some((meant, sentence)), Outcome::Deadlock) if verdict == Verdict::Deadlock => {
                (meant, sentence.to_string())
            }
            _ => (verdict, message),
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

/// `{a, (b, c)}` has the members `a` and `(b, c)`: commas inside brackets and quotes do not count.
fn members(set: &str) -> Vec<String> {
    let inner = set.trim().trim_start_matches('{');
    let inner = inner.strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut quoted, mut escaped, mut start) = (0i32, false, false, 0);
    let mut found = Vec::new();
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                found.push(inner[start..at].trim().to_string());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(inner[start..].trim().to_string());
    found
}

fn verdict_of<T>(outcome: &Outcome<T>, depends_on_the_interleaving: bool) -> Verdict {
    match outcome {
        _ if panics::todo_reached() => Verdict::NotStarted,
        Outcome::Panic(text) if text.contains("not yet implemented") => Verdict::NotStarted,
        Outcome::Deadlock => Verdict::Deadlock,
        Outcome::Livelock => Verdict::Livelock,
        Outcome::Panic(text) if text.starts_with("data race") => Verdict::Race,
        _ if depends_on_the_interleaving => Verdict::Race,
        _ => Verdict::WrongResult,
    }
}

fn message_of<T: Debug>(outcome: &Outcome<T>, expected: &str, some_are_good: bool) -> String {
    let which = if some_are_good {
        "some interleavings end"
    } else {
        "every interleaving ends"
    };
    match outcome {
        Outcome::Deadlock => format!("{which} in a deadlock: nobody can go on"),
        Outcome::Livelock => format!("{which} never: somebody runs on and on"),
        Outcome::Panic(text) => format!("{which} in a panic: {text}"),
        Outcome::Value(value) => format!("{which} with {value:?}, and right is {expected}"),
    }
}
