//! How an exploration that went wrong is told.

use crate::{Verdict, panics};
use interleave::Outcome;
use interleave::schedule::{Action, Schedule};
use std::fmt::Debug;

/// What was asked for.
pub(super) enum Wanted<'a> {
    /// One of these results.
    OneOf(&'a [String]),
    /// A result that is described in words: "a sum of 300".
    Described(&'a str),
    /// No result: the call sleeps for ever.
    ToWait,
}

/// What an exploration came to in place of what was asked for.
pub(super) struct Ending<'a> {
    /// The bad outcome that is told; of a value, its `Debug` text.
    pub(super) outcome: Outcome<String>,
    /// How it comes about, if that was found.
    pub(super) schedule: Option<&'a Schedule>,
    /// How many different outcomes are bad.
    pub(super) bad: usize,
    /// How many different outcomes are good.
    pub(super) good: usize,
}

/// The outcome with the text of its value.
pub(super) fn told<T: Debug>(outcome: &Outcome<T>) -> Outcome<String> {
    match outcome {
        Outcome::Value(value) => Outcome::Value(format!("{value:?}")),
        Outcome::Panic(text) => Outcome::Panic(text.clone()),
        Outcome::Deadlock => Outcome::Deadlock,
        Outcome::Livelock => Outcome::Livelock,
    }
}

impl Ending<'_> {
    /// The name for it. What depends on the interleaving is a race, whatever came of it.
    pub(super) fn verdict(&self) -> Verdict {
        match &self.outcome {
            Outcome::Deadlock => Verdict::Deadlock,
            Outcome::Livelock => Verdict::Livelock,
            Outcome::Panic(text) if text.starts_with("data race") => Verdict::Race,
            _ if self.bad + self.good > 1 => Verdict::Race,
            _ => Verdict::WrongResult,
        }
    }

    /// One sentence: how it ends, and how it should.
    pub(super) fn message(&self, wanted: Wanted) -> String {
        match wanted {
            Wanted::ToWait => self.does_not_wait(),
            Wanted::OneOf(results) => self.ends(&either(results)),
            Wanted::Described(what) => self.ends(what),
        }
    }

    fn ends(&self, right: &str) -> String {
        let (who, end) = match (self.good, self.bad, self.threads()) {
            (0, 1, 1) => ("the program", "ends"),
            (0, 1, _) => ("every interleaving", "ends"),
            (0, _, _) => ("no interleaving is right: one", "ends"),
            _ => ("some interleavings", "end"),
        };
        match &self.outcome {
            Outcome::Deadlock => format!("{who} {end} in a deadlock: nobody can go on"),
            Outcome::Livelock => format!("{}: somebody runs on and on", self.never_ends()),
            Outcome::Panic(text) => format!("{who} {end} in a panic{}", self.panic(text)),
            Outcome::Value(value) => format!("{who} {end} with {value}, and right is {right}"),
        }
    }

    fn never_ends(&self) -> &'static str {
        match (self.good, self.bad, self.threads()) {
            (0, 1, 1) => "the program never ends",
            (0, 1, _) => "no interleaving ever ends",
            (0, _, _) => "no interleaving is right: one never ends",
            _ => "some interleavings never end",
        }
    }

    fn does_not_wait(&self) -> String {
        let when = match (self.good, self.threads()) {
            (0, 1) => "",
            (0, _) => " in every interleaving",
            _ => " in some interleavings",
        };
        let does = match &self.outcome {
            Outcome::Deadlock => "sleeps".to_string(),
            Outcome::Livelock => "runs on and on".to_string(),
            Outcome::Panic(text) => format!("panics{}", self.panic(text)),
            Outcome::Value(value) => match value.as_str() {
                "()" => "returns".to_string(),
                value => format!("returns {value}"),
            },
        };
        format!("the call must wait here, asleep; it {does}{when}")
    }

    /// `: text` of the panic where it began, with the thread's name when another thread only hands it on.
    fn panic(&self, text: &str) -> String {
        let Some(schedule) = self.schedule.filter(|_| panics::is_second_hand(text)) else {
            return format!(": {text}");
        };
        let own = schedule.steps.iter().find_map(|step| match &step.action {
            Action::Panic(own) if !panics::is_second_hand(own) => Some((step.thread, own)),
            _ => None,
        });
        let Some((thread, own)) = own else {
            return format!(": {text}");
        };
        let thread = schedule.thread(thread);
        match text.contains("PoisonError") {
            // To meet the poison is the program's own answer to the panic, so both are told.
            true => format!(": {text}\n{thread} had panicked with the lock in hand: {own}"),
            false => format!(" of {thread}: {own}"),
        }
    }

    /// How many threads the program had; 2 where that is not known.
    fn threads(&self) -> usize {
        self.schedule.map_or(2, |schedule| schedule.threads.len())
    }
}

/// Results that are asked for and that no interleaving has.
pub(super) fn never_happens(missing: &[String]) -> String {
    format!(
        "no interleaving ends with {}, and some should",
        either(missing)
    )
}

/// `1`, `1 or 2`, `1, 2 or 3`.
fn either(results: &[String]) -> String {
    match results {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => results.concat(),
    }
}

/// `{a, (b, c)}` has the members `a` and `(b, c)`: commas inside brackets and quotes do not count.
pub(super) fn members(set: &str) -> Vec<String> {
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
