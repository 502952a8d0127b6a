//! Wait groups, parkers, backing off.

use crate::support::results_of_both;
use crate::{on_model, on_real};

#[test]
fn a_group_waits_for_every_part() {
    assert_eq!(results_of_both(on_real::group, on_model::group), ["2"]);
}

#[test]
fn a_parker_keeps_its_token_and_backing_off_ends() {
    assert_eq!(
        results_of_both(on_real::park_and_spin, on_model::park_and_spin),
        ["5"]
    );
}
