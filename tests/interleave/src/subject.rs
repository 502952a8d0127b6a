//! The body under exploration behind an object-safe face.
//!
//! The engine is not generic over the body: a learner's crate is compiled at every edit and would carry a copy of it.

use crate::execute::Ending;
use crate::outcome::Outcome;
use std::cell::{Cell, RefCell};
use std::fmt::Debug;

/// What the engine needs of a body.
pub(crate) trait Subject {
    /// Runs the body once and remembers what it returned.
    fn run(&self);
    /// The Debug text of the value remembered.
    fn text(&self) -> String;
    /// Keeps the value remembered, as the next outcome's.
    fn keep(&self);
}

/// A body, the value it returned last, and the values kept.
pub(crate) struct Body<'a, T> {
    body: Box<dyn Fn() -> T + Send + 'a>,
    last: Cell<Option<T>>,
    kept: RefCell<Vec<Option<T>>>,
}

impl<'a, T> Body<'a, T> {
    pub(crate) fn new(body: Box<dyn Fn() -> T + Send + 'a>) -> Self {
        Body {
            body,
            last: Cell::new(None),
            kept: RefCell::new(Vec::new()),
        }
    }

    /// The outcome of the last execution, if it counts.
    pub(crate) fn outcome(&self, ending: Ending) -> Option<Outcome<T>> {
        outcome(ending, self.last.take())
    }

    /// The values kept, in order; outcomes without a value have `None`.
    pub(crate) fn into_kept(self) -> Vec<Option<T>> {
        self.kept.into_inner()
    }
}

impl<T: Debug> Subject for Body<'_, T> {
    fn run(&self) {
        let value = (self.body)();
        self.last.set(Some(value));
    }

    fn text(&self) -> String {
        text(&self.last)
    }

    fn keep(&self) {
        self.kept.borrow_mut().push(self.last.take());
    }
}

/// The Debug text of what is there, which stays there; empty where nothing is.
pub(crate) fn text<T: Debug>(cell: &Cell<Option<T>>) -> String {
    let value = cell.take();
    let text = match &value {
        Some(value) => format!("{value:?}"),
        None => String::new(),
    };
    cell.set(value);
    text
}

/// The outcome of an execution that ended so, with the value if there is one; `None` if it does not count.
pub(crate) fn outcome<T>(ending: Ending, value: Option<T>) -> Option<Outcome<T>> {
    Some(match ending {
        Ending::Returned => Outcome::Value(value.expect("the body returned")),
        Ending::Panicked(message) => Outcome::Panic(message),
        Ending::Deadlock => Outcome::Deadlock,
        Ending::Livelock => Outcome::Livelock,
        Ending::Pruned | Ending::Nondeterministic(_) => return None,
    })
}
