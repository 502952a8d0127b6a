//! What a hunt is after, behind an object-safe face: the hunt is not generic over it either.

use crate::execute::Ending;
use crate::outcome::Outcome;
use crate::subject::{Body, Subject, text};
use std::cell::Cell;
use std::fmt::Debug;

/// What the hunt needs of a body and of what is bad.
pub(crate) trait Quarry {
    /// What is run.
    fn subject(&self) -> &dyn Subject;
    /// Whether the last execution, which ended so, is a bad one; its outcome is remembered then.
    fn is_bad(&self, ending: Ending) -> bool;
    /// Keeps the outcome remembered, in the place of the one that was kept before.
    fn keep_bad(&self);
    /// The text of the outcome kept.
    fn told(&self) -> String;
}

/// Whether an outcome is bad.
pub(crate) type Bad<'a, T> = Box<dyn Fn(&Outcome<T>) -> bool + Send + 'a>;

/// A body, the bad outcome that it came to last, and the worst that is kept.
pub(crate) struct Wanted<'a, T> {
    body: Body<'a, T>,
    bad: Bad<'a, T>,
    last: Cell<Option<Outcome<T>>>,
    kept: Cell<Option<Outcome<T>>>,
}

impl<'a, T> Wanted<'a, T> {
    pub(crate) fn new(body: Body<'a, T>, bad: Bad<'a, T>) -> Self {
        Wanted {
            body,
            bad,
            last: Cell::new(None),
            kept: Cell::new(None),
        }
    }

    /// The outcome kept.
    pub(crate) fn into_kept(self) -> Option<Outcome<T>> {
        self.kept.into_inner()
    }
}

impl<T: Debug> Quarry for Wanted<'_, T> {
    fn subject(&self) -> &dyn Subject {
        &self.body
    }

    fn is_bad(&self, ending: Ending) -> bool {
        let outcome = self.body.outcome(ending).filter(|o| (self.bad)(o));
        let is_bad = outcome.is_some();
        self.last.set(outcome);
        is_bad
    }

    fn keep_bad(&self) {
        self.kept.set(self.last.take());
    }

    fn told(&self) -> String {
        text(&self.kept)
    }
}
