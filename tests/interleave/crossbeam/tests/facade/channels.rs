//! Channels.

use crate::support::{results, results_of_both};
use crate::{on_model, on_real};
use interleave_crossbeam::channel;
use interleave_std::sync::Arc;
use interleave_std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use interleave_std::thread;

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
        let (_sender, receiver) = channel::unbounded::<u32>();
        receiver.recv().is_err()
    });
    assert_eq!(seen, ["deadlock"]);
}

#[test]
fn the_end_of_a_receiver_is_a_step_even_if_another_one_stays() {
    // trap: a first receiver that goes unannounced has always gone when the second one goes
    let seen = results(|| {
        let (sender, first) = channel::unbounded();
        let (second, gone) = (first.clone(), Arc::new(AtomicBool::new(false)));
        let tells = gone.clone();
        thread::spawn(move || drop(first));
        thread::spawn(move || {
            drop(second);
            tells.store(true, SeqCst);
        });
        gone.load(SeqCst).then(|| sender.send(1).is_ok())
    });
    assert_eq!(seen, ["None", "Some(false)", "Some(true)"]);
}

#[test]
fn the_end_of_a_sender_is_a_step_even_if_another_one_stays() {
    let seen = results(|| {
        let (first, receiver) = channel::unbounded::<u32>();
        let (second, gone) = (first.clone(), Arc::new(AtomicBool::new(false)));
        let tells = gone.clone();
        thread::spawn(move || drop(first));
        thread::spawn(move || {
            drop(second);
            tells.store(true, SeqCst);
        });
        gone.load(SeqCst).then(|| receiver.try_recv().unwrap_err())
    });
    assert_eq!(seen, ["None", "Some(Disconnected)", "Some(Empty)"]);
}

#[test]
fn a_sender_that_waits_for_room_hears_of_the_last_receivers_end() {
    let seen = results(|| {
        let (sender, first) = channel::bounded(1);
        let second = first.clone();
        sender.send(1).unwrap();
        thread::spawn(move || drop(first));
        thread::spawn(move || drop(second));
        sender.send(2).is_err()
    });
    assert_eq!(seen, ["true"]);
}
