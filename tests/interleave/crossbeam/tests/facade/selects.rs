//! `select!` and the timers.

use crate::support::{results, results_of_both};
use crate::{on_model, on_real};
use interleave_crossbeam::channel;
use std::time::Duration;

#[test]
fn either_channel_may_be_first() {
    assert_eq!(
        results_of_both(on_real::first_of_two, on_model::first_of_two),
        ["1", "2"]
    );
}

#[test]
fn a_time_out_may_come_before_the_message() {
    let seen = results_of_both(on_real::message_or_time_out, on_model::message_or_time_out);
    assert_eq!(seen, ["false", "true"]);
}

#[test]
fn a_loop_of_ticks_ends_when_something_else_ends_it() {
    assert_eq!(
        results_of_both(on_real::ticks_until_done, on_model::ticks_until_done),
        ["true"]
    );
}

#[test]
fn every_kind_of_arm_works_as_in_crossbeam() {
    assert_eq!(format!("{:?}", on_real::every_arm()), "Some((2, 2))");
    let seen = results(on_model::every_arm);
    assert_eq!(seen, ["Some((2, 2))"]);
}

#[test]
fn a_selection_at_run_time_hears_every_channel_to_its_end() {
    assert_eq!(
        results_of_both(
            on_real::until_all_are_closed,
            on_model::until_all_are_closed
        ),
        ["([1, 2], true)", "([2, 1], true)"]
    );
}

#[test]
fn a_selection_at_run_time_sends_and_receives() {
    assert_eq!(
        results_of_both(on_real::both_ways, on_model::both_ways),
        ["(Some(2), true, [0, 2])"]
    );
}

#[test]
fn a_selected_operation_belongs_to_its_channel() {
    let seen = results(|| {
        let (sender, one) = channel::bounded(1);
        let (_other, two) = channel::bounded::<u32>(1);
        sender.send(1_u32).unwrap();
        let mut selection = channel::Select::new();
        selection.recv(&one);
        selection.select().recv(&two).is_ok()
    });
    assert!(
        seen[0].contains("a receiver that wasn't selected"),
        "{seen:?}"
    );
}

#[test]
fn a_selection_of_nothing_waits_for_ever() {
    let seen = results(|| channel::Select::new().ready());
    assert_eq!(seen, ["deadlock"]);
}

#[test]
fn a_ticker_alone_ticks_for_ever_and_a_timer_once() {
    let seen = results(|| {
        let ticker = channel::tick(Duration::from_secs(1));
        let ticks: Vec<_> = ticker.iter().take(5).collect();
        let apart = ticks
            .windows(2)
            .all(|pair| pair[1] - pair[0] >= Duration::from_secs(1));
        (ticks.len(), apart)
    });
    assert_eq!(seen, ["(5, true)"]);
    let seen = results(|| {
        let timer = channel::after(Duration::from_secs(1));
        (timer.recv().is_ok(), timer.recv().is_ok())
    });
    assert_eq!(seen, ["deadlock"]);
}

#[test]
fn a_timer_may_not_have_fired_yet() {
    let seen = results(|| channel::after(Duration::from_secs(1)).try_recv().is_ok());
    assert_eq!(seen, ["false", "true"]);
}

#[test]
fn sending_into_a_rendezvous_is_refused() {
    let seen = results(|| {
        let (sender, _receiver) = channel::bounded(0);
        interleave_crossbeam::select! { send(sender, 1) -> result => result.is_ok() }
    });
    assert!(
        seen[0].contains("`bounded(0)` is not modelled in `select!`"),
        "{seen:?}"
    );
}
