//! What the claims are written in.

use interleave::{Explore, Outcomes};
use std::fmt::Debug;

/// Every result of `body` over all interleavings, sorted. Fails where the exploration was not exhaustive.
pub(crate) fn results<T: Debug + Ord>(body: impl Fn() -> T) -> Vec<String> {
    texts(&Explore::default().outcomes(body))
}

/// [`results`] with a budget of one spurious wake-up or failure.
pub(crate) fn results_with_one_spurious_failure<T: Debug + Ord>(
    body: impl Fn() -> T,
) -> Vec<String> {
    let explore = Explore {
        spurious: 1,
        ..Explore::default()
    };
    texts(&explore.outcomes(body))
}

/// The one result of `body`, the same in every interleaving.
pub(crate) fn only<T: Debug + Ord>(body: impl Fn() -> T) -> String {
    let results = results(body);
    assert_eq!(results.len(), 1, "several outcomes: {results:?}");
    results.into_iter().next().expect("one result")
}

fn texts<T: Debug>(outcomes: &Outcomes<T>) -> Vec<String> {
    assert_eq!(
        outcomes.coverage,
        interleave::Coverage::Exhaustive,
        "{outcomes:?}"
    );
    outcomes
        .map
        .keys()
        .map(|outcome| format!("{outcome:?}"))
        .collect()
}

/// The schedule of the first execution of `body`, rendered.
pub(crate) fn schedule<T: Debug + Ord>(body: impl Fn() -> T) -> String {
    let explore = Explore::default();
    let outcomes = explore.outcomes(&body);
    let seen = outcomes.map.values().next().expect("one outcome");
    explore.explain(&body, &seen.schedule)
}
