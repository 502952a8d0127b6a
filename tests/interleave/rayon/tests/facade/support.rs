//! What the claims are written in.

use interleave::Explore;
use std::fmt::Debug;

/// Every result of `body` over all interleavings, sorted.
pub(crate) fn results<T: Debug + Send>(body: impl Fn() -> T + Send) -> Vec<String> {
    let outcomes = Explore::default().outcomes(body);
    assert!(outcomes.is_exhaustive(), "{outcomes:?}");
    outcomes.texts().map(str::to_owned).collect()
}

/// The results of the model, after a check that the real crate gives one of them.
pub(crate) fn results_of_both<T: Debug + Send>(
    real: impl Fn() -> T,
    model: impl Fn() -> T + Send,
) -> Vec<String> {
    let possible = results(model);
    let happened = format!("{:?}", real());
    assert!(
        possible.contains(&happened),
        "really {happened}, modelled {possible:?}"
    );
    possible
}
