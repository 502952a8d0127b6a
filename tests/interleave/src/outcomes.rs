//! The set of outcomes of an exploration.

use crate::execute::Ending;
use crate::outcome::Outcome;
use crate::runtime::Rt;
use crate::sample::MAX_DEPTH;
use crate::strategy::{Choices, Found};
use crate::subject::{Subject, outcome};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::{self, Debug, Display};

/// How often an outcome was seen, and by which choices first.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Executions with this outcome.
    pub count: u64,
    /// Panics of threads that nobody joined, as texts: such a panic changes nothing about the body's value but must not
    /// go unseen, so it makes an outcome of its own.
    pub lost_panics: Vec<String>,
    pub(crate) found: Found,
}

/// The identity of an outcome: its text. Sorted by kind, then as people count: `9` before `10`.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key {
    rank: u8,
    text: String,
}

impl Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank
            .cmp(&other.rank)
            .then_with(|| natural(&self.text, &other.text))
            .then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares texts piece by piece, runs of digits as numbers.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (x, y) = (piece(a), piece(b));
        if x.is_empty() || y.is_empty() {
            return x.len().cmp(&y.len());
        }
        let order = match (x.parse::<u128>(), y.parse::<u128>()) {
            (Ok(x), Ok(y)) => x.cmp(&y),
            _ => x.cmp(y),
        };
        if order.is_ne() {
            return order;
        }
        (a, b) = (&a[x.len()..], &b[y.len()..]);
    }
}

/// The longest start of `text` that is all digits or has none.
fn piece(text: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit();
    let digits = text.starts_with(is_digit);
    let end = text.find(|c| is_digit(c) != digits).unwrap_or(text.len());
    &text[..end]
}

/// What an exploration counts, without the values.
#[derive(Default)]
pub(crate) struct Tally {
    entries: BTreeMap<Key, Entry>,
    pub(crate) executions: usize,
    cut: usize,
    sample: Option<Sample>,
    pub(crate) longest: usize,
    pub(crate) steps: u64,
    left_running: usize,
    together: usize,
}

struct Entry {
    ending: Ending,
    seen: Seen,
    /// Position among the values kept.
    value: usize,
}

/// The random part of an exploration that was not exhaustive.
struct Sample {
    searched: usize,
    samples: usize,
    seed: u64,
}

impl Tally {
    /// Executions so far, those cut off included.
    pub(crate) fn runs(&self) -> usize {
        self.executions + self.cut
    }

    /// The key of an execution's outcome; `None` if it was cut off.
    pub(crate) fn key(&self, rt: &Rt, ending: &Ending, subject: &dyn Subject) -> Option<Key> {
        let (rank, mut text) = match ending {
            Ending::Returned => (0, subject.text()),
            Ending::Panicked(message) => (1, format!("panic: {message}")),
            Ending::Deadlock => (2, "deadlock".into()),
            Ending::Livelock => (3, "livelock".into()),
            Ending::Pruned | Ending::Nondeterministic(_) => return None,
        };
        for (_, message) in &rt.lost {
            text.push_str(&format!(" (lost panic: {message})"));
        }
        Some(Key { rank, text })
    }

    /// Counts an execution.
    pub(crate) fn add(&mut self, rt: &Rt, ending: Ending, choices: Choices, subject: &dyn Subject) {
        self.steps += rt.steps as u64;
        self.longest = self.longest.max(rt.steps);
        let Some(key) = self.key(rt, &ending, subject) else {
            self.cut += 1;
            return;
        };
        self.executions += 1;
        self.left_running = self.left_running.max(rt.left_running);
        if rt.tasks.len() > self.together + 1 {
            self.together = self.together.max(rt.together());
        }
        let value = self.entries.len();
        let entry = self.entries.entry(key).or_insert_with(|| {
            subject.keep();
            Entry {
                ending,
                seen: Seen {
                    count: 0,
                    lost_panics: rt.lost.iter().map(|(_, m)| m.clone()).collect(),
                    found: Found {
                        choices,
                        spurious: rt.spurious,
                    },
                },
                value,
            }
        });
        entry.seen.count += 1;
    }

    /// Says that the search did not finish and random executions followed.
    pub(crate) fn sampled(&mut self, searched: usize, seed: u64) {
        self.sample = Some(Sample {
            searched,
            samples: self.executions - searched,
            seed,
        });
    }

    pub(crate) fn schedules(&self) -> impl Iterator<Item = (&Key, &Seen)> {
        self.entries.iter().map(|(key, entry)| (key, &entry.seen))
    }
}

/// The outcomes of an exploration, each with its text, how often it was seen and by which schedule first.
///
/// Outcomes are the same when their Debug texts are, so the body's value needs nothing but `Debug`. A panic of a thread
/// that nobody joined is part of the outcome: `4 (lost panic: boom)`.
pub struct Outcomes<T> {
    outcomes: Vec<Outcome<T>>,
    told: Told,
}

/// All that does not depend on the type of the values, in the order of the outcomes.
struct Told {
    found: Vec<(Key, Seen)>,
    tally: Tally,
}

impl<T> Outcomes<T> {
    pub(crate) fn new(tally: Tally, mut kept: Vec<Option<T>>) -> Self {
        let (told, endings) = Told::of(tally);
        let mut outcomes = Vec::new();
        for (ending, value) in endings {
            // What does not count has no entry.
            if let Some(outcome) = outcome(ending, kept[value].take()) {
                outcomes.push(outcome);
            }
        }
        Outcomes { outcomes, told }
    }

    /// The results only, sorted, as for a snapshot: `{2, 3, 4}`.
    pub fn set(&self) -> String {
        self.told.set()
    }

    /// The text of each outcome, sorted as in [`set`](Outcomes::set).
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.told.texts()
    }

    /// Each outcome and how it was seen, sorted as in [`set`](Outcomes::set).
    pub fn iter(&self) -> impl Iterator<Item = (&Outcome<T>, &Seen)> {
        self.outcomes.iter().zip(self.told.seen())
    }

    /// Complete executions.
    pub fn executions(&self) -> usize {
        self.told.tally.executions
    }

    /// Executions that were begun and cut off because all they could still do had been explored.
    pub fn cut(&self) -> usize {
        self.told.tally.cut
    }

    /// Whether these are all outcomes within the limits. Otherwise the rest was sampled.
    pub fn is_exhaustive(&self) -> bool {
        self.told.tally.sample.is_none()
    }

    /// The largest number of threads that were still running when the body had returned.
    pub fn left_running(&self) -> usize {
        self.told.tally.left_running
    }

    /// The largest number of spawned threads that were at work at the same time in some execution: none of them had to
    /// wait for another one's last step (its end, its message, its notification) before its own first one. Threads that
    /// take turns at a lock are together, since either could have gone first; threads that are started only when the one
    /// before has been joined are not.
    pub fn together(&self) -> usize {
        self.told.tally.together
    }

    /// Scheduling points of all executions together.
    pub fn steps(&self) -> u64 {
        self.told.tally.steps
    }
}

/// The full text: each outcome with its count, then how much was explored.
impl<T> Debug for Outcomes<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.told.fmt(f)
    }
}

impl Told {
    /// The endings, in the order of the outcomes, and where their values are kept.
    fn of(mut tally: Tally) -> (Self, Vec<(Ending, usize)>) {
        let (mut found, mut endings) = (Vec::new(), Vec::new());
        for (key, entry) in std::mem::take(&mut tally.entries) {
            found.push((key, entry.seen));
            endings.push((entry.ending, entry.value));
        }
        (Told { found, tally }, endings)
    }

    fn set(&self) -> String {
        let texts: Vec<&str> = self.texts().collect();
        format!("{{{}}}", texts.join(", "))
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.found.iter().map(|(key, _)| key.text.as_str())
    }

    fn seen(&self) -> impl Iterator<Item = &Seen> {
        self.found.iter().map(|(_, seen)| seen)
    }
}

impl Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (key, seen) in &self.found {
            writeln!(f, "{:>8} x  {key}", seen.count)?;
        }
        let tally = &self.tally;
        match &tally.sample {
            None => write!(
                f,
                "all {} interleavings explored ({} cut as equivalent)",
                tally.executions, tally.cut
            ),
            Some(s) => write!(
                f,
                "not exhaustive: {} interleavings by depth-first search, then sampled: {} executions, seed {}, depth ≤ {MAX_DEPTH}",
                s.searched, s.samples, s.seed
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_in_texts_sort_as_people_count() {
        let mut texts = ["(10, 2)", "(9, 30)", "(9, 4)", "a", "-1"];
        texts.sort_by(|a, b| natural(a, b));
        assert_eq!(texts, ["(9, 4)", "(9, 30)", "(10, 2)", "-1", "a"]);
    }
}
