//! Never more than N at once, for real threads.

use crate::{Finding, Verdict, fail};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// Counts who is inside, without holding anybody up.
///
/// For tasks that are threads of the model use `interleave::Gauge`, which sees every interleaving.
#[derive(Debug, Default)]
pub struct Headcount {
    inside: AtomicUsize,
    most: AtomicUsize,
}

/// Somebody who is inside until this is dropped.
#[derive(Debug)]
pub struct Inside<'a>(&'a Headcount);

impl Headcount {
    /// Nobody is inside.
    pub const fn new() -> Headcount {
        Headcount {
            inside: AtomicUsize::new(0),
            most: AtomicUsize::new(0),
        }
    }

    /// Goes inside.
    pub fn enter(&self) -> Inside<'_> {
        let now = self.inside.fetch_add(1, SeqCst) + 1;
        self.most.fetch_max(now, SeqCst);
        Inside(self)
    }

    /// The most that were ever inside at once.
    pub fn most(&self) -> usize {
        self.most.load(SeqCst)
    }

    /// # Panics
    ///
    /// With the verdict `race` when more than `limit` were inside at once; `what` names them in the plural.
    pub fn never_more_than(&self, limit: usize, what: &str) {
        // By how many there were too many is left to chance.
        if self.most() > limit {
            fail(Finding::new(
                Verdict::Race,
                format!(
                    "too many {what} were inside at the same time: never more than {limit} may be"
                ),
            ));
        }
    }
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.0.inside.fetch_sub(1, SeqCst);
    }
}
