//! Scoped threads.

use crate::support::results_of_both;
use crate::{on_model, on_real};

#[test]
fn only_a_panic_that_nobody_joined_is_the_scopes_error() {
    assert_eq!(
        results_of_both(on_real::scope_errors, on_model::scope_errors),
        ["(true, true, 3)"]
    );
}
