//! What the claims are written in.

use interleave::{Explore, Outcomes};
use std::fmt::Debug;

/// Every result of `body` over all interleavings, sorted. Fails where the exploration was not exhaustive.
pub(crate) fn results<T: Debug + Send>(body: impl Fn() -> T + Send) -> Vec<String> {
    texts(&Explore::default().outcomes(body))
}

/// [`results`] with a budget of one spurious wake-up or failure.
pub(crate) fn results_with_one_spurious_failure<T: Debug + Send>(
    body: impl Fn() -> T + Send,
) -> Vec<String> {
    let explore = Explore {
        spurious: 1,
        ..Explore::default()
    };
    texts(&explore.outcomes(body))
}

/// The one result of `body`, the same in every interleaving.
pub(crate) fn only<T: Debug + Send>(body: impl Fn() -> T + Send) -> String {
    let results = results(body);
    assert_eq!(results.len(), 1, "several outcomes: {results:?}");
    results.into_iter().next().expect("one result")
}

fn texts<T: Debug>(outcomes: &Outcomes<T>) -> Vec<String> {
    assert!(outcomes.is_exhaustive(), "{outcomes:?}");
    outcomes.texts().map(str::to_owned).collect()
}

/// The schedule of an execution of `body`, rendered.
pub(crate) fn schedule<T: Debug + Send>(body: impl Fn() -> T + Send) -> String {
    let found = Explore::default().shortest(body, |_| true);
    found.expect("one execution").schedule.to_string()
}
