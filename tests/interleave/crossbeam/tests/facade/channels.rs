//! Channels.

use crate::support::{results, results_of_both};
use crate::{on_model, on_real};

#[test]
fn jobs_are_done_once_in_any_order() {
    assert_eq!(
        results_of_both(on_real::workers, on_model::workers),
        ["[0, 10]", "[10, 0]"]
    );
}

#[test]
fn a_rendezvous_has_no_room() {
    assert_eq!(
        results_of_both(on_real::rendezvous, on_model::rendezvous),
        ["(7, true, true, true)"]
    );
}

#[test]
fn the_last_receivers_end_is_told() {
    assert_eq!(
        results_of_both(on_real::shared_receivers, on_model::shared_receivers),
        ["(true, true)"]
    );
}

#[test]
fn a_receiver_of_a_sender_that_stays_waits_for_ever() {
    let seen = results(|| {
        let (_sender, receiver) = interleave_crossbeam::channel::unbounded::<u32>();
        receiver.recv().is_err()
    });
    assert_eq!(seen, ["deadlock"]);
}
