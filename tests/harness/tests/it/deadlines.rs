//! Deadlines: what blocks for ever ends, and says what it waited for.

use crate::failing::{ending_of, fails};
use harness::prelude::*;

#[test]
fn a_result_in_time_is_handed_through() {
    assert_eq!(within("a sum", || 2 + 2), 4);
}

#[test]
fn a_panic_in_time_is_handed_through() {
    assert!(fails(|| within("a panic", || panic!("inside"))));
}

#[test]
fn what_never_ends_is_timed_out_with_the_thing_it_waited_for() {
    let (verdict, message) = ending_of("deadlines::waits_for_ever");
    assert_eq!(verdict, "timed_out");
    assert_eq!(
        message,
        "still waiting after 1 s for a plate that nobody sends"
    );
}
