//! Meetings, headcounts, presence: together, never more than, nothing left.

use crate::failing::{ending_of, fails};
use harness::prelude::*;
use std::sync::Arc;
use std::thread;

#[test]
fn tasks_at_the_same_time_meet() {
    let meeting = Meeting::new(3, "cooks");
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| meeting.arrive());
        }
    });
    meeting.check();
}

#[test]
fn tasks_one_after_the_other_are_serial() {
    let (verdict, message) = ending_of("people::one_after_the_other");
    assert_eq!(verdict, "serial");
    assert_eq!(
        message,
        "2 cooks must be under way at the same time; at most 1 ever were"
    );
}

#[test]
fn a_headcount_knows_the_most_that_were_inside() {
    let count = Headcount::new();
    let first = count.enter();
    let second = count.enter();
    drop(first);
    drop(second);
    drop(count.enter());
    assert_eq!(count.most(), 2);
    count.never_more_than(2, "guests");
    assert!(fails(|| count.never_more_than(1, "guests")));
}

#[test]
fn a_token_that_is_kept_is_a_leak() {
    let presence = Presence::new();
    let token = presence.token();
    assert!(fails(|| presence.nothing_left_now("workers")));
    drop(token);
    presence.nothing_left_now("workers");
}

#[test]
fn a_token_that_another_thread_gives_back_is_waited_for() {
    let presence = Arc::new(Presence::new());
    let token = presence.token();
    let other = thread::spawn(move || drop(token));
    presence.nothing_left("workers");
    other.join().expect("the other thread");
}
