//! Parallel iterators.

use crate::support::results_of_both;
use crate::{on_model, on_real};

#[test]
fn a_race_between_items_is_found() {
    assert_eq!(
        results_of_both(on_real::racy_sum, on_model::racy_sum),
        ["1", "2", "3"]
    );
}

#[test]
fn every_consumer_gives_the_same() {
    let seen = results_of_both(on_real::numbers, on_model::numbers);
    assert_eq!(seen, ["(18, 12, 3, Some(4), Some(1), 9)"]);
}

#[test]
fn what_is_collected_keeps_its_order() {
    assert_eq!(
        results_of_both(on_real::collections, on_model::collections).len(),
        1
    );
}

#[test]
fn slices_are_changed_in_place() {
    assert_eq!(results_of_both(on_real::slices, on_model::slices).len(), 1);
}

#[test]
fn searches_and_folds_give_the_same() {
    let seen = results_of_both(on_real::searches, on_model::searches);
    assert_eq!(seen, ["(true, false, Some(4), Some(2), 10, [1, 2, 3, 4])"]);
}
