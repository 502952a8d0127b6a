//! The kitchen: odd but legal code, the same with the real `std` and the model's.

use crate::support::{only, results};

#[test]
fn derives_of_other_crates_compile_and_convert() {
    let text = |error: Option<String>| error;
    let real = text(
        kitchen::derives::cook()
            .err()
            .map(|error| error.to_string()),
    );
    let model = only(|| {
        kitchen_model::derives::cook()
            .err()
            .map(|error| error.to_string())
    });
    assert_eq!(model, format!("{real:?}"));
}

#[test]
fn formatting_gives_the_same_text() {
    let model = only(|| kitchen_model::formatting::show().unwrap());
    assert_eq!(model, format!("{:?}", "[1, 2, 3]   4\n"));
}

#[test]
fn printing_goes_into_the_schedule() {
    // trap: since Rust 1.9x the macros reach a crate through the prelude, and would silently be the real ones
    let body = || kitchen_model::formatting::show().unwrap();
    let schedule = crate::support::schedule(body);
    assert!(schedule.contains("prints \"hello 3\""), "{schedule}");
    assert!(schedule.contains("= 4"), "{schedule}");
}

#[test]
fn reading_and_parsing_are_the_real_ones() {
    let real = kitchen::input::read("line\n12\n").unwrap();
    let model = only(|| kitchen_model::input::read("line\n12\n").unwrap());
    assert_eq!(model, format!("{real:?}"));
}

#[test]
fn jobs_travel_over_channels() {
    assert_eq!(kitchen::closures::jobs().unwrap(), 4);
    assert_eq!(only(|| kitchen_model::closures::jobs().unwrap()), "4");
}

#[test]
fn an_arc_holds_trait_objects_slices_and_strings() {
    let real = kitchen::closures::shared();
    assert_eq!(only(kitchen_model::closures::shared), real.to_string());
}

#[test]
fn an_async_function_can_be_polled() {
    use std::task::{Context, Poll, Waker};
    let mut future = std::pin::pin!(kitchen_model::closures::prepared());
    let ready = future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()));
    assert_eq!(ready, Poll::Ready(1));
}

#[test]
fn macros_of_the_learners_own_reach_the_model() {
    assert_eq!(only(kitchen_model::macros::use_exported), "3");
}

#[test]
fn every_path_leads_to_the_model() {
    // trap: `core::sync::atomic` would bypass the model silently
    for name in kitchen_model::paths::locks_and_atomics() {
        assert!(name.starts_with("interleave_std::"), "{name}");
    }
    for name in kitchen::paths::locks_and_atomics() {
        assert!(!name.contains("interleave"), "{name}");
    }
}

#[test]
fn a_race_on_the_atomics_of_core_is_found() {
    assert_eq!(results(kitchen_model::paths::race_on_core), ["1", "2"]);
}

#[test]
fn the_rest_of_core_and_alloc_is_the_real_one() {
    let arc: std::sync::Arc<u8> = kitchen_model::paths::arc_of_alloc();
    let error: std::num::ParseIntError = kitchen_model::paths::rest_of_core("x").unwrap_err();
    assert_eq!(
        (
            *arc,
            kitchen_model::paths::rest_of_core("21"),
            error.to_string().is_empty()
        ),
        (1, Ok(42), false)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn statics_and_locals_start_anew() {
    let real = kitchen::statics::sum();
    assert_eq!(only(kitchen_model::statics::sum), real.to_string());
}
